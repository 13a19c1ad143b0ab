import { desk } from '@/lib/dictionaries/desk';
import { followUpTexts } from '@/lib/dictionaries/follow-ups';
import { formatDateTime, formatMoney } from '@/lib/dictionaries/format';
import { orders } from '@/lib/dictionaries/orders';
import type { Locale } from '@/lib/domain/locale';
import { recoveryOf, type Operation } from '@/lib/domain/operation';
import { DeskCard } from './desk-card';

type Props = { locale: Locale; operation: Operation; orderId: string; orderNumber: string };

/** An operation of which nobody knows the end. */
export function DoubtfulOperation({ operation, ...order }: Props) {
  const { locale } = order;
  const { name, amount, sentReference, askedBy, createdAt } = operation;
  const { frozen, asked } = followUpTexts[locale];
  const { facts } = orders[locale].attempts;
  return (
    <DeskCard
      {...order}
      tone="doubt"
      title={frozen.title}
      explain={frozen[recoveryOf(operation)]}
      facts={[
        [desk[locale].actions[name], amount ? formatMoney(amount, locale) : ' '],
        [facts.internalReference, sentReference],
        [facts.date, asked(askedBy, formatDateTime(createdAt, locale))],
      ]}
    />
  );
}
