import type { BadgeTone } from '@/components/ui/badge';
import { inspector } from '@/lib/dictionaries/inspector';
import { meaningOfCall, type CallMeaning } from '@/lib/domain/call-meaning';
import type { Locale } from '@/lib/domain/locale';
import type { ShownCall } from './exchange';
import { CallCode } from './call-code';
import { ExchangeRow } from './exchange-row';
import { JsonBlock } from './json-block';
import { TranKeySteps } from './tran-key-steps';

type Props = { locale: Locale; call: ShownCall; attempt: number | null; gatewayUrl: string };

/** A call of ours: what it meant in words first, then word by word, then how to repeat it. */
export function CallRow({ locale, call, attempt, gatewayUrl }: Props) {
  const texts = inspector[locale];
  const meaning = meaningOfCall(call);
  return (
    <ExchangeRow
      locale={locale}
      kind={texts.call}
      outcome={[call.httpStatus, call.problem ?? meaning.status].filter((part) => part !== null).join(' ')}
      tone={toneOf(meaning, call)}
      method={call.method}
      path={call.path}
      at={call.at}
      facts={[texts.duration(call.durationMs), attempt === null ? null : texts.attempt(attempt)]}
    >
      <Meaning locale={locale} meaning={meaning} />
      <div className="grid grid-cols-1 gap-4 lg:grid-cols-2">
        <JsonBlock locale={locale} title={texts.request} value={call.requestRedacted} />
        {call.responseRedacted === null ? (
          <p>{texts.nothing}</p>
        ) : (
          <JsonBlock locale={locale} title={texts.reply} value={call.responseRedacted} />
        )}
      </div>
      <TranKeySteps locale={locale} request={call.requestRedacted} />
      <CallCode locale={locale} call={call} gatewayUrl={gatewayUrl} />
    </ExchangeRow>
  );
}

function Meaning({ locale, meaning }: { locale: Locale; meaning: CallMeaning }) {
  const texts = inspector[locale];
  const { operation, outcome, message, authenticationCode } = meaning;
  const codes: Readonly<Record<string, string>> = texts.authentication;
  return (
    <div className="max-w-prose text-base">
      <p className="font-semibold">{texts.meaning}</p>
      <p>
        {texts.operations[operation]} {texts.outcomes[outcome]}
      </p>
      {message && (
        <p className="break-words">
          {texts.said}: <q>{message}</q>
        </p>
      )}
      {authenticationCode && <p>{codes[authenticationCode]}</p>}
    </div>
  );
}

function toneOf({ outcome }: CallMeaning, { problem }: ShownCall): BadgeTone {
  if (problem !== null) return 'bad';
  return outcome === 'approved' || outcome === 'done' || outcome === 'opened' ? 'good' : 'plain';
}
