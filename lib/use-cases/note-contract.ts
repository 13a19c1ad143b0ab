import 'server-only';
import { findMandateId, recordContractCall } from '@/lib/data/contract-calls';
import { mayTry } from '@/lib/data/rate-limits';
import type { Contract, PasswordCheck } from '@/lib/domain/contract-meaning';
import { env } from '@/lib/env';
import { readWebhook } from '@/lib/placetopay/autopay-contracts';
import { readContractClaim } from '@/lib/placetopay/contract-claim';
import { redact } from '@/lib/placetopay/redact';
import { knowsPassword, type ContractAnswer, type ContractCall } from './answer-autopay';

/** Notes being written by this process. Whoever floods the endpoints fills neither its connections nor the table. */
let writing = 0;
const atMost = 4;

type Answered = {
  readonly contract: Contract;
  readonly call: ContractCall;
  readonly answer: ContractAnswer;
  readonly durationMs: number;
  readonly at: Date;
};

/**
 * Keeps, for the inspector, what AutoPay asked or told, how it was checked and what was answered: only of agreements that
 * are ours, and only so many for each. Nothing depends on it, so it is done after the answer and may be lost.
 */
export async function noteContract({ contract, call, answer, durationMs, at }: Answered): Promise<void> {
  // Of a flood nothing is kept.
  const claim = call.body === null || answer.http === 429 ? null : readContractClaim(call.body);
  if (!claim || writing >= atMost) return;
  writing += 1;
  try {
    const { reference, ...shown } = claim;
    const mandateId = await findMandateId(reference);
    if (mandateId === null) return;
    const rule = answer.http === 200 ? 'taken calls by mandate' : 'refused calls by mandate';
    if (!(await mayTry(rule, mandateId))) return;
    const password = passwordOf(call);
    const signature = contract === 'webhook' && password === 'FITS' ? signatureOf(call.body ?? '') : null;
    const answerRedacted = redact(answer.body);
    const { http: httpStatus } = answer;
    await recordContractCall({
      ...{ mandateId, contract, password, signature, ...shown },
      ...{ answerRedacted, httpStatus, durationMs, at },
    });
  } finally {
    writing -= 1;
  }
}

function passwordOf({ authorization }: ContractCall): PasswordCheck {
  if (authorization === null) return 'MISSING';
  return knowsPassword(authorization) ? 'FITS' : 'DIFFERS';
}

function signatureOf(body: string): 'FITS' | 'DIFFERS' | null {
  const { kind } = readWebhook(body, env.placetopay.secretKey);
  if (kind === 'malformed') return null;
  return kind === 'webhook' ? 'FITS' : 'DIFFERS';
}
