import { Badge } from '@/components/ui/badge';
import { charge } from '@/lib/dictionaries/charge';
import { formatDateTime, formatMoney } from '@/lib/dictionaries/format';
import { orders } from '@/lib/dictionaries/orders';
import { isFinal, type CheckoutSession } from '@/lib/domain/checkout-session';
import { cardName } from '@/lib/domain/instrument';
import type { Locale } from '@/lib/domain/locale';
import type { Order } from '@/lib/domain/order';
import { attempts, type Discount, type Transaction } from '@/lib/domain/transaction';
import { findFlow } from '@/lib/flows';
import { Facts } from './facts';
import { sessionTones, transactionTone } from './order-tones';

/** Every attempt to pay, newest first, with what the bank said of it. */
export function OrderAttempts({ locale, order }: { locale: Locale; order: Order }) {
  const texts = orders[locale].attempts;
  const newestFirst = order.sessions.toReversed();
  return (
    <section aria-labelledby="attempts" className="my-10">
      <h2 id="attempts" className="mb-4 text-2xl font-bold">
        {texts.title}
      </h2>
      {newestFirst.length === 0 && <p>{texts.none}</p>}
      <ol reversed className="grid grid-cols-1 gap-4">
        {newestFirst.map((session, index) => (
          <Attempt key={session.id} locale={locale} session={session} n={newestFirst.length - index} />
        ))}
      </ol>
    </section>
  );
}

function Attempt({ locale, session, n }: { locale: Locale; session: CheckoutSession; n: number }) {
  const texts = orders[locale].attempts;
  const transactions = attempts(session.transactions);
  return (
    <li className="border-mist break-inside-avoid rounded-2xl border-2 p-5">
      <h3 className="mb-3 flex flex-wrap items-center gap-3 text-lg font-bold">
        <span className="mr-auto">
          {texts.attempt(n)} · {titleOf(session, locale)}
        </span>
        <Badge tone={sessionTones[session.status]}>{texts.sessions[session.status]}</Badge>
      </h3>
      <Facts
        facts={[
          [texts.facts.amount, formatMoney(session.amount, locale)],
          [texts.facts.date, formatDateTime(session.createdAt, locale)],
          [texts.facts.reference, session.reference],
          [texts.facts.requestId, session.requestId],
          [texts.facts.reason, session.reason],
          [texts.facts.message, session.message],
        ]}
      />
      {transactions.length === 0 ? (
        <p className="mt-3 text-base">{withoutTransactions(session, locale)}</p>
      ) : (
        <ul className="mt-4 grid gap-4">
          {transactions.map((transaction) => (
            <TransactionItem
              key={`${transaction.type}${transaction.internalReference}`}
              locale={locale}
              transaction={transaction}
            />
          ))}
        </ul>
      )}
    </li>
  );
}

function withoutTransactions({ kind, status, suspectedAt }: CheckoutSession, locale: Locale): string {
  const texts = orders[locale].attempts;
  if (kind === 'TOKEN') return texts.nothingToPay;
  return isFinal(status) && !suspectedAt ? texts.noTransactions : texts.notYet;
}

function titleOf({ flow, charge: charged }: CheckoutSession, locale: Locale): string {
  if (charged) return `${charge[locale].attempt} ${cardName(charged.card)}`;
  return findFlow(flow)?.texts[locale].title ?? flow;
}

function TransactionItem({ locale, transaction }: { locale: Locale; transaction: Transaction }) {
  const texts = orders[locale].attempts;
  return (
    <li className="border-mist border-t-2 pt-4">
      <p className="mb-2 flex flex-wrap items-center gap-2">
        <Badge tone={transactionTone(transaction.status)}>{texts.transactions[transaction.status]}</Badge>
        {transaction.refunded && <Badge>{texts.refunded}</Badge>}
        <strong>{formatMoney(transaction.amount, locale)}</strong>
      </p>
      <Facts
        facts={[
          [texts.facts.message, transaction.message],
          [texts.facts.reason, transaction.reason],
          [texts.facts.discount, transaction.discount && discountWords(transaction.discount, locale)],
          [texts.facts.method, transaction.paymentMethodName ?? transaction.paymentMethod],
          [
            texts.facts.card,
            transaction.lastDigits && <MaskedCard locale={locale} digits={transaction.lastDigits} />,
          ],
          [texts.facts.issuer, transaction.issuerName],
          [texts.facts.authorization, transaction.authorization],
          [texts.facts.receipt, transaction.receipt],
          [texts.facts.internalReference, transaction.internalReference],
          [texts.facts.date, transaction.date && formatDateTime(transaction.date, locale)],
        ]}
      />
    </li>
  );
}

/** What a law gave back to the payer: it changes nothing of what the shop receives. */
function discountWords({ amount, code }: Discount, locale: Locale): string {
  const money = formatMoney(amount, locale);
  return code === null ? money : `${money} · ${orders[locale].attempts.law(code)}`;
}

/** At most the last four digits, however many we were told. */
function MaskedCard({ locale, digits }: { locale: Locale; digits: string }) {
  const last = digits.replace(/\D/g, '').slice(-4);
  return (
    <>
      <span aria-hidden="true">•••• {last}</span>
      <span className="sr-only">{orders[locale].attempts.cardEnding(last)}</span>
    </>
  );
}
