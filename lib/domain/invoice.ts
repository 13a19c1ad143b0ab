import { compare, money, subtract, sum, zero, type Currency, type Money } from './money';
import type { CalendarDay } from './calendar';
import type { ChargeType } from './mandate';

/** What somebody owes the shop under an agreement. Its payments are facts; what is open follows from them. */
export type Invoice = {
  readonly id: string;
  readonly number: string;
  readonly issuedOn: CalendarDay;
  readonly dueOn: CalendarDay;
  readonly total: Money;
  /** What has to be paid at least; never more than the total. */
  readonly minimum: Money;
  readonly paid: Money;
};

/** One of an account's invoices, and the agreement under which it is charged. */
export type AccountInvoice = Invoice & {
  readonly mandate: { readonly id: string; readonly reference: string };
};

/** One more to pay, for a demo that waits for its next date. */
export const sampleInvoice = { total: money(4_550_000n, 'COP'), minimum: money(1_500_000n, 'COP') } as const;

/** What is still to be paid of one invoice. */
export function openAmount({ total, paid }: Invoice): Money {
  return subtract(total, paid);
}

/** What is still to be paid of its minimum: nothing once that much was paid. */
function openMinimum({ minimum, paid }: Invoice): Money {
  return compare(minimum, paid) > 0 ? subtract(minimum, paid) : zero(minimum.currency);
}

export type Owed = { readonly amount: Money; readonly minimum: Money };

/** The answer to "how much?". https://docs.placetopay.dev/autopay/contracts/balance */
export function owed(invoices: readonly Invoice[], currency: Currency): Owed {
  return {
    amount: sum(invoices.map(openAmount), currency),
    minimum: sum(invoices.map(openMinimum), currency),
  };
}

export type Share = { readonly invoiceId: string; readonly amount: Money };

/**
 * Which invoices a charge pays: the oldest first, of a minimum balance every minimum before the rest. Shares never exceed
 * what is open, and their sum is the charge; null when more was charged than is owed.
 */
export function allot(charged: Money, invoices: readonly Invoice[], chargeType: ChargeType): Share[] | null {
  const { currency } = charged;
  const oldestFirst = [...invoices].sort((a, b) =>
    a.dueOn === b.dueOn ? (a.number < b.number ? -1 : 1) : a.dueOn < b.dueOn ? -1 : 1,
  );
  const shares = new Map<string, bigint>();
  let left = charged.minor;
  const pay = (invoice: Invoice, upTo: Money) => {
    const already = shares.get(invoice.id) ?? 0n;
    const room = upTo.minor - already;
    const part = room < left ? room : left;
    if (part <= 0n) return;
    shares.set(invoice.id, already + part);
    left -= part;
  };
  if (chargeType === 'MINIMUM_BALANCE') for (const invoice of oldestFirst) pay(invoice, openMinimum(invoice));
  for (const invoice of oldestFirst) pay(invoice, openAmount(invoice));
  if (left > 0n) return null;
  return [...shares].map(([invoiceId, minor]) => ({ invoiceId, amount: money(minor, currency) }));
}
