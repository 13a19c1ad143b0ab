import 'server-only';
import type { AskedPlan } from './acquirer';
import { sandboxEnv } from './env';

/** How many milliseconds an answer takes that is not there yet. Null: it comes by hand, or with the session's end. */
export function waitOf({ waitsFor, verdict }: Extract<AskedPlan, { kind: 'later' }>): number | null {
  const { pendingMs, silenceMs, bankMs, pushMs } = sandboxEnv();
  const nobodyAnswers = verdict.reason === 'EX';
  return {
    DELAY: pendingMs,
    SILENCE: silenceMs,
    OPERATOR: null,
    BANK: bankMs,
    PUSH: nobodyAnswers ? bankMs : pushMs,
    CASH: null,
  }[waitsFor];
}
