import { desk } from '@/lib/dictionaries/desk';
import { followUpTexts } from '@/lib/dictionaries/follow-ups';
import { formatDateTime, formatMoney } from '@/lib/dictionaries/format';
import type { Locale } from '@/lib/domain/locale';
import type { Money } from '@/lib/domain/money';
import type { Operation } from '@/lib/domain/operation';
import { DeskCard } from './desk-card';

type Props = {
  locale: Locale;
  operation: Operation;
  orderId: string;
  orderNumber: string;
  stake: Money;
  why: string;
  isOwn: boolean;
};

/** What an operator asked for and another has to agree with. */
export function ProposalCard({ operation, stake, why, isOwn, ...order }: Props) {
  const { locale } = order;
  const { name, askedBy, createdAt } = operation;
  const { proposed, asked } = followUpTexts[locale];
  return (
    <DeskCard
      {...order}
      tone="proposal"
      title={proposed.title(formatMoney(stake, locale))}
      explain={isOwn ? proposed.own : proposed.other}
      facts={[
        [desk[locale].actions[name], asked(askedBy, formatDateTime(createdAt, locale))],
        [proposed.why, why],
      ]}
    />
  );
}
