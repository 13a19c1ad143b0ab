import type { ReactNode } from 'react';
import { orders } from '@/lib/dictionaries/orders';
import type { Locale } from '@/lib/domain/locale';
import { Facts } from './facts';

type Props = {
  locale: Locale;
  orderId: string;
  orderNumber: string;
  /** How pressing it is: nobody knows where money is, or somebody has to agree. */
  tone: 'doubt' | 'proposal';
  title: string;
  explain: string;
  facts: readonly (readonly [term: string, value: ReactNode])[];
};

const borders = { doubt: 'border-clay', proposal: 'border-maize' } as const;

/** An operation that waits for an operator: it is decided on the page of its order, with all of the evidence beside it. */
export function DeskCard({ locale, orderId, orderNumber, tone, title, explain, facts }: Props) {
  return (
    <li className={`${borders[tone]} min-w-0 rounded-2xl border-2 p-5`}>
      <h3 className="mb-2 text-lg font-bold">
        <a
          href={`/${locale}/orders/${orderId}#follow-ups`}
          className="underline decoration-2 underline-offset-4"
        >
          {orders[locale].number(orderNumber)}
        </a>
      </h3>
      <p className="font-semibold">{title}</p>
      <p className="mb-3 max-w-prose text-base">{explain}</p>
      <Facts facts={facts} />
    </li>
  );
}
