import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { account } from '@/lib/dictionaries/account';
import { desk } from '@/lib/dictionaries/desk';
import { formatDateTime } from '@/lib/dictionaries/format';
import type { Locale } from '@/lib/domain/locale';
import { Facts } from './facts';
import { SignedBy } from './signed-by';

type Props = {
  locale: Locale;
  row: {
    kind: string;
    detail: Readonly<Record<string, string>>;
    createdAt: Date;
    resolvedAt: Date | null;
    resolution: string | null;
  };
  /** What can be decided about it. */
  children?: ReactNode;
};

/** Money or news that fits no order, with everything that is known of it. */
export function SuspenseCard({ locale, row, children }: Props) {
  const texts = account[locale].operator;
  const { orderId, ...detail } = row.detail;
  return (
    <li className="border-mist rounded-2xl border-2 p-5">
      <h2 className="mb-3 flex flex-wrap items-center gap-3 text-lg font-bold">
        <span className="mr-auto">{kindWords(row.kind, locale)}</span>
        <Badge tone={row.resolvedAt ? 'good' : 'waiting'}>
          {row.resolvedAt
            ? texts.resolved(formatDateTime(row.resolvedAt, locale))
            : `${texts.seen} ${formatDateTime(row.createdAt, locale)}`}
        </Badge>
      </h2>
      <Facts
        facts={[
          [texts.code, row.kind],
          [texts.order, orderId && <OrderLink locale={locale} orderId={orderId} />],
          ...Object.entries(detail).map(([name, value]) => [name, value] as const),
          [desk[locale].resolve.reason, row.resolution],
        ]}
      />
      <SignedBy locale={locale} detail={detail} />
      {children}
    </li>
  );
}

/** A kind that has no words yet is shown as it is written. */
function kindWords(kind: string, locale: Locale): string {
  const words: Readonly<Record<string, string>> = account[locale].operator.kinds;
  return Object.hasOwn(words, kind) ? (words[kind] ?? kind) : kind;
}

function OrderLink({ locale, orderId }: { locale: Locale; orderId: string }) {
  return (
    <a href={`/${locale}/orders/${orderId}`} className="underline decoration-2 underline-offset-4">
      {orderId}
    </a>
  );
}
