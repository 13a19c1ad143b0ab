import { buttonStyle } from '@/components/ui/button';
import { formatDateTime, formatMoney, formatTime } from '@/lib/dictionaries/format';
import { outcomes } from '@/lib/dictionaries/outcomes';
import { isFinal, isPayable, type CheckoutSession } from '@/lib/domain/checkout-session';
import type { Locale } from '@/lib/domain/locale';
import { isZero } from '@/lib/domain/money';
import { balance, type Order } from '@/lib/domain/order';
import { attempts, meaningOf } from '@/lib/domain/transaction';
import { Countdown } from './countdown';
import { MoneyBar } from './money-bar';

type Props = { locale: Locale; order: Order; session: CheckoutSession; now: Date };

/** A payment in parts: how far it is, each part, and the way back to the same page while there is time. */
export function OutcomeParts({ locale, order, session, now }: Props) {
  const texts = outcomes[locale].parts;
  const left = balance(order);
  const [paidText, totalText] = [formatMoney(order.paid, locale), formatMoney(order.total, locale)];
  const paid = order.sessions
    .flatMap(({ transactions }) => attempts(transactions))
    .filter(({ status }) => meaningOf[status] === 'approved');
  return (
    <section aria-labelledby="parts" className="my-10">
      <h2 id="parts" className="mb-4 text-2xl font-bold">
        {texts.title}
      </h2>
      <MoneyBar part={order.paid} whole={order.total} label={texts.progress(paidText, totalText)} />
      <p className="mt-2 flex flex-wrap justify-between gap-x-6 font-semibold tabular-nums">
        <span>
          {texts.paid}: {paidText}
        </span>
        <span>
          {texts.left}: {formatMoney(left, locale)}
        </span>
      </p>
      {paid.length === 0 ? (
        <p className="mt-3">{texts.none}</p>
      ) : (
        <ol aria-label={texts.list} className="divide-mist mt-3 divide-y-2 text-base">
          {paid.map((part) => (
            <li key={part.internalReference} className="flex flex-wrap justify-between gap-x-6 py-2">
              <span>
                <strong className="tabular-nums">{formatMoney(part.amount, locale)}</strong>{' '}
                {part.paymentMethodName && texts.with(part.paymentMethodName)}
              </span>
              {part.date && <span>{formatDateTime(part.date, locale)}</span>}
            </li>
          ))}
        </ol>
      )}
      <Rest
        locale={locale}
        session={session}
        now={now}
        left={isZero(left) ? null : formatMoney(left, locale)}
      />
      <p className="mt-3 text-sm opacity-85">{texts.noTaxes}</p>
    </section>
  );
}

function Rest({
  locale,
  session,
  now,
  left,
}: Pick<Props, 'locale' | 'session' | 'now'> & { left: string | null }) {
  const texts = outcomes[locale].parts;
  if (left === null) return <p className="mt-3 font-semibold">{texts.complete}</p>;
  if (session.status === 'PARTIAL_EXPIRED') return <p className="mt-3 max-w-prose">{texts.closed}</p>;
  if (isFinal(session.status) || !session.processUrl || !isPayable(session, now)) return null;
  return (
    <div className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-2 print:hidden">
      <a href={session.processUrl} className={buttonStyle('primary')}>
        {texts.resume(left)}
      </a>
      <p className="text-base">
        {texts.untilTime(formatTime(session.expiresAt, locale))}{' '}
        <Countdown until={session.expiresAt.getTime()} texts={{ remains: texts.remains, over: texts.over }} />
      </p>
    </div>
  );
}
