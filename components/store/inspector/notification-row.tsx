import { inspector } from '@/lib/dictionaries/inspector';
import type { Locale } from '@/lib/domain/locale';
import type { ShownNotification } from './exchange';
import { ExchangeRow } from './exchange-row';
import { JsonBlock } from './json-block';

type Props = { locale: Locale; notification: ShownNotification; attempt: number | null };

/** What came in by itself, and how its signature was judged. */
export function NotificationRow({ locale, notification, attempt }: Props) {
  const texts = inspector[locale];
  const accepted = notification.outcome === 'ACCEPTED';
  return (
    <ExchangeRow
      locale={locale}
      kind={texts.notification}
      outcome={`${notification.httpStatus} ${accepted ? texts.accepted : texts.refused}`}
      tone={accepted ? 'good' : 'bad'}
      method="→"
      path="/api/placetopay/notification"
      at={notification.at}
      facts={[texts.notification, attempt === null ? null : texts.attempt(attempt)]}
    >
      <SignatureSteps locale={locale} notification={notification} />
      <JsonBlock locale={locale} title={texts.received} value={notification.bodyRedacted} />
    </ExchangeRow>
  );
}

const algorithms = { sha256: 'SHA-256', sha1: 'SHA-1' } as const;

function SignatureSteps({ locale, notification }: Pick<Props, 'locale' | 'notification'>) {
  const texts = inspector[locale].signature;
  const { requestId, toldStatus, toldDate, algorithm, signatureStart, outcome } = notification;
  return (
    <div className="min-w-0 text-base">
      <p className="font-semibold">{texts.title}</p>
      <ol className="my-2 list-decimal space-y-1 pl-6">
        <li>
          {texts.text}{' '}
          <span className="font-mono text-sm break-all">
            {requestId}
            {toldStatus}
            {toldDate}********
          </span>
        </li>
        <li>{algorithm ? texts.hashedWith(algorithms[algorithm]) : texts.unknownForm}</li>
        <li>{signatureStart ? texts.given(`${signatureStart}…`) : texts.noSignature}</li>
        <li className="font-semibold">{outcome === 'ACCEPTED' ? texts.fits : texts.differs}</li>
      </ol>
    </div>
  );
}
