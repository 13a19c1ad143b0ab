import type { ReactNode } from 'react';
import { formatMoney, formatTime } from '@/lib/dictionaries/format';
import { orders } from '@/lib/dictionaries/orders';
import type { Locale } from '@/lib/domain/locale';
import { compare, subtract, zero } from '@/lib/domain/money';
import { unresolvedSession, type Order } from '@/lib/domain/order';
import type { Standing } from '@/lib/domain/order-standing';
import { looks } from '@/lib/domain/order-look';
import { attempts, meaningOf } from '@/lib/domain/transaction';
import { findFlow } from '@/lib/flows';
import { OrderWeather } from './order-weather';

type Props = { locale: Locale; order: Order; standing: Standing; children?: ReactNode };

const edges = { good: 'border-moss', waiting: 'border-maize', bad: 'border-clay', open: 'border-ink' };

/**
 * Where the order stands: what happened, whether money moved, what to do next; then the buttons. The words are a
 * live region, so that news is heard without moving the focus.
 */
export function OrderBanner({ locale, order, standing, children }: Props) {
  const words = orders[locale].standings[standing];
  const holes = standingHoles(order, locale);
  const { tone } = looks[standing];
  return (
    <section className={`my-6 rounded-2xl border-2 border-l-8 p-5 sm:p-7 ${edges[tone]}`}>
      <div className="flex flex-wrap items-start gap-x-6 gap-y-3">
        <div role="status" aria-atomic="true" className="min-w-0 grow basis-72" data-standing={standing}>
          <h2 className="text-2xl leading-tight font-bold sm:text-3xl">{words.title}</h2>
          <p className="mt-2 max-w-prose">
            {words.happened(holes)} {standing === 'paid' && promiseOf(order, locale)}
          </p>
          <p className="mt-1 max-w-prose font-semibold">{words.next(holes)}</p>
        </div>
        <OrderWeather tone={tone} />
      </div>
      <div className="mt-5 flex flex-wrap items-center gap-3 empty:hidden print:hidden">{children}</div>
    </section>
  );
}

/** What the way of paying had promised, now that it is kept. */
function promiseOf({ sessions }: Order, locale: Locale): string | undefined {
  const paid = sessions.findLast(({ status }) => status === 'APPROVED');
  return paid && findFlow(paid.flow)?.texts[locale].promise;
}

function standingHoles(order: Order, locale: Locale) {
  const over = compare(order.paid, order.total) > 0;
  const open = unresolvedSession(order);
  const last = order.sessions.at(-1);
  return {
    paid: formatMoney(order.paid, locale),
    total: formatMoney(order.total, locale),
    excess: formatMoney(over ? subtract(order.paid, order.total) : zero(order.total.currency), locale),
    until: open ? formatTime(open.expiresAt, locale) : '',
    refusals: attempts(last?.transactions ?? []).filter(({ status }) => meaningOf[status] === 'refused')
      .length,
    instead: last?.replacedBy ?? '',
  };
}
