import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { account } from '@/lib/dictionaries/account';
import { formatDateTime, formatMoney } from '@/lib/dictionaries/format';
import { orders } from '@/lib/dictionaries/orders';
import type { CheckoutSession } from '@/lib/domain/checkout-session';
import type { Locale } from '@/lib/domain/locale';
import { attempts } from '@/lib/domain/transaction';
import { Facts } from './facts';
import { GatewayCallItem, type ShownCall } from './gateway-call';
import { sessionTones } from './order-tones';

type Props = {
  locale: Locale;
  session: CheckoutSession;
  orderNumber: string;
  calls: readonly ShownCall[];
  children: ReactNode;
};

/** An attempt in doubt: what we asked for, what is recorded, and what was said, word by word. */
export function SuspectCard({ locale, session, orderNumber, calls, children }: Props) {
  const texts = account[locale].operator;
  const words = orders[locale].attempts;
  return (
    <li className="border-mist min-w-0 rounded-2xl border-2 p-5">
      <h3 className="mb-3 flex flex-wrap items-center gap-3 text-lg font-bold">
        <a
          href={`/${locale}/orders/${session.orderId}`}
          className="mr-auto underline decoration-2 underline-offset-4"
        >
          {orders[locale].number(orderNumber)}
        </a>
        <Badge tone={sessionTones[session.status]}>{words.sessions[session.status]}</Badge>
      </h3>
      <Facts
        facts={[
          [texts.expected, formatMoney(session.amount, locale)],
          [texts.reference, session.reference],
          [texts.requestId, session.requestId],
          [texts.since, session.suspectedAt && formatDateTime(session.suspectedAt, locale)],
          [words.facts.message, session.message],
          [words.facts.reason, session.reason],
          ...attempts(session.transactions).map(
            (one) =>
              [
                `${words.facts.internalReference} ${one.internalReference}`,
                `${words.transactions[one.status]} · ${formatMoney(one.amount, locale)}`,
              ] as const,
          ),
        ]}
      />
      <details className="my-4">
        <summary className="min-h-11 py-2 font-semibold">{texts.calls}</summary>
        {calls.length === 0 && <p>{texts.noCalls}</p>}
        <ul className="grid grid-cols-1 gap-3">
          {calls.map((call) => (
            <GatewayCallItem key={call.id} locale={locale} call={call} />
          ))}
        </ul>
      </details>
      {children}
    </li>
  );
}
