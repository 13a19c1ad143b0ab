import { followUpTexts } from '@/lib/dictionaries/follow-ups';
import { formatDateTime, formatMoney } from '@/lib/dictionaries/format';
import { desk } from '@/lib/dictionaries/desk';
import { orders } from '@/lib/dictionaries/orders';
import type { Locale } from '@/lib/domain/locale';
import type { Money } from '@/lib/domain/money';
import type { Operation } from '@/lib/domain/operation';
import { Facts } from './facts';

type Props = {
  locale: Locale;
  operation: Operation;
  orderId: string;
  orderNumber: string;
  stake: Money;
  why: string;
  isOwn: boolean;
};

/** What an operator asked for and another has to agree with: it is decided on the order's page. */
export function ProposalCard({ locale, operation, orderId, orderNumber, stake, why, isOwn }: Props) {
  const texts = followUpTexts[locale];
  const actions: Readonly<Record<string, string>> = desk[locale].actions;
  return (
    <li className="border-maize min-w-0 rounded-2xl border-2 p-5">
      <h3 className="mb-2 text-lg font-bold">
        <a
          href={`/${locale}/orders/${orderId}#follow-ups`}
          className="underline decoration-2 underline-offset-4"
        >
          {orders[locale].number(orderNumber)}
        </a>
      </h3>
      <p className="font-semibold">{texts.proposed.title(formatMoney(stake, locale))}</p>
      <p className="mb-3 max-w-prose text-base">{isOwn ? texts.proposed.own : texts.proposed.other}</p>
      <Facts
        facts={[
          [
            actions[operation.name] ?? operation.name,
            texts.asked(operation.askedBy, formatDateTime(operation.createdAt, locale)),
          ],
          [texts.proposed.why, why],
        ]}
      />
    </li>
  );
}
