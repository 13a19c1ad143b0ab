import { inspector } from '@/lib/dictionaries/inspector';
import { meaningOfContract } from '@/lib/domain/contract-meaning';
import type { Locale } from '@/lib/domain/locale';
import type { ShownContract } from './exchange';
import { ExchangeRow } from './exchange-row';
import { JsonBlock } from './json-block';

type Props = { locale: Locale; call: ShownContract };

/** What AutoPay asked or told: what it meant, how the caller was checked, word by word what came and what was answered. */
export function ContractRow({ locale, call }: Props) {
  const texts = inspector[locale];
  const { contract, httpStatus } = call;
  const { outcome, status, message } = meaningOfContract(call);
  return (
    <ExchangeRow
      locale={locale}
      kind={texts.contract.kinds[contract]}
      outcome={[httpStatus, status].filter((part) => part !== null).join(' ')}
      tone={httpStatus === 200 ? 'good' : 'bad'}
      method="→ POST"
      path={`/api/placetopay/autopay/${contract}`}
      at={call.at}
      facts={[texts.contract.kinds[contract], texts.duration(call.durationMs)]}
    >
      <div className="max-w-prose text-base">
        <p className="font-semibold">{texts.meaning}</p>
        <p>
          {texts.contract.operations[contract]} {texts.contract.outcomes[outcome]}
        </p>
        {httpStatus !== 200 && message && (
          <p className="break-words">
            {texts.contract.said}: <q>{message}</q>
          </p>
        )}
      </div>
      <PasswordSteps locale={locale} call={call} />
      <SignatureSteps locale={locale} call={call} />
      <div className="grid grid-cols-1 gap-4 lg:grid-cols-2">
        <JsonBlock locale={locale} title={texts.received} value={call.bodyRedacted} />
        <JsonBlock locale={locale} title={texts.contract.answered} value={call.answerRedacted} />
      </div>
    </ExchangeRow>
  );
}

function PasswordSteps({ locale, call: { password } }: Props) {
  const texts = inspector[locale].contract.password;
  const verdicts = { FITS: texts.fits, DIFFERS: texts.differs, MISSING: texts.missing };
  return (
    <div className="max-w-prose text-base">
      <p className="font-semibold">{texts.title}</p>
      <ol className={stepStyle}>
        {password !== 'MISSING' && (
          <>
            <li>{texts.shown}</li>
            <li>{texts.compared}</li>
          </>
        )}
        <li className="font-semibold">{verdicts[password]}</li>
      </ol>
    </div>
  );
}

/** Only a webhook has a signature, and nobody looks at it before the password fits. */
function SignatureSteps({ locale, call: { signature, signedText, signatureStart } }: Props) {
  const { signature: texts, contract } = inspector[locale];
  if (signature === null) return null;
  return (
    <div className="min-w-0 text-base">
      <p className="font-semibold">{texts.title}</p>
      <ol className={stepStyle}>
        <li>
          {contract.signed} <span className="font-mono text-sm break-all">{signedText}********</span>
        </li>
        <li>{texts.hashedWith('SHA-256')}</li>
        <li>{signatureStart ? texts.given(`${signatureStart}…`) : texts.noSignature}</li>
        <li className="font-semibold">{signature === 'FITS' ? texts.fits : texts.differs}</li>
      </ol>
    </div>
  );
}

const stepStyle = 'my-2 list-decimal space-y-1 pl-6';
