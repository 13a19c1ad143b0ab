import type { ReactNode } from 'react';
import { inspector } from '@/lib/dictionaries/inspector';
import type { Locale } from '@/lib/domain/locale';
import { CallRow } from './call-row';
import { ContractRow } from './contract-row';
import type { ShownCall, ShownContract, ShownNotification } from './exchange';
import { NotificationRow } from './notification-row';

type Props = {
  locale: Locale;
  exchanges: readonly (ShownCall | ShownContract | ShownNotification)[];
  /** The attempts to pay, oldest first: each message says which one it was about. */
  sessions: readonly { readonly id: string; readonly requestId: string | null }[];
  /** The gateway's base URL, as the copied code calls it. */
  gatewayUrl: string;
  /** Whether it says who else would see it; a page of operators need not. */
  isDemo: boolean;
  /** Ways on: the file for support, older messages. */
  children?: ReactNode;
};

/** Everything that was said about an order or an agreement, each message a row that opens. */
export function ApiInspector({ locale, exchanges, sessions, gatewayUrl, isDemo, children }: Props) {
  const texts = inspector[locale];
  const attemptOf = (is: (session: Props['sessions'][number]) => boolean) => {
    const index = sessions.findIndex(is);
    return index < 0 ? null : index + 1;
  };
  return (
    <section aria-labelledby="inspector" className="my-10 print:hidden">
      <h2 id="inspector" className="text-2xl font-bold">
        {texts.title}
      </h2>
      <p className="mt-1 mb-4 max-w-prose text-base">
        {texts.intro} {isDemo && texts.onlyHere}
      </p>
      {exchanges.length === 0 && <p>{texts.none}</p>}
      <ul>
        {exchanges.map((exchange) => {
          const { id: key, kind } = exchange;
          if (kind === 'contract') return <ContractRow key={key} locale={locale} call={exchange} />;
          return kind === 'call' ? (
            <CallRow
              key={key}
              locale={locale}
              call={exchange}
              attempt={attemptOf(({ id }) => id === exchange.sessionId)}
              gatewayUrl={gatewayUrl}
            />
          ) : (
            <NotificationRow
              key={key}
              locale={locale}
              notification={exchange}
              attempt={attemptOf(({ requestId }) => requestId === exchange.requestId)}
            />
          );
        })}
      </ul>
      {children}
    </section>
  );
}
