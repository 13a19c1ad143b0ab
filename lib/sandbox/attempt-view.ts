import 'server-only';
import { detailsOf } from './details';
import type { Transaction } from './generated/client';
import type { Amount, AttemptView, Language } from './hosted-view';
import { isOpen } from './holds';
import { orderNumberOf } from './identifiers';
import { attemptText } from './messages';
import { toDecimal } from './money';
import { findOther } from './other-methods';
import { planOf } from './stored-plan';

/** What the page may know of one attempt. */

const elsewhere: Readonly<Record<string, AttemptView['waitsFor']>> = {
  BANK: 'bank',
  PUSH: 'phone',
  CASH: 'agent',
};

/** One attempt as the page tells it. `dueAt` is when an order that is paid in cash lapses. */
export function attemptView(one: Transaction, language: Language, dueAt: Date): AttemptView {
  const details = detailsOf(one);
  return {
    number: one.number,
    status: shownStatus(one.status),
    reason: one.reason,
    message: attemptText(one.reason, language),
    date: one.statusAt,
    amount: minor(one.totalMinor, one.currency),
    paymentMethod: one.paymentMethod,
    paymentMethodName: one.paymentMethodName,
    issuerName: one.issuerName,
    lastDigits: one.lastDigits,
    authorization: one.authorization,
    receipt: one.receipt,
    installments: one.installments,
    creditGroup: details?.kind === 'credit' ? details.groupCode : null,
    ipAddress: one.ipAddress,
    waitsFor: elsewhere[one.waitsFor ?? ''] ?? null,
    bank: details?.kind === 'bank' ? details.name : null,
    phone: details?.kind === 'phone' ? `${details.number.slice(0, 3)} ••• ${details.number.slice(-4)}` : null,
    isHeld: isOpen(one),
    hasWrongCode: hasWrongCode(one),
    order: isCash(one) ? { number: orderNumberOf(one.internalReference), dueAt } : null,
  };
}

/**
 * A wrong one-time password has a reason of its own. After a wrong 3-D Secure code the network's approval was planned
 * and never asked for.
 */
function hasWrongCode(one: Transaction): boolean {
  if (one.status !== 'REJECTED' || one.reason !== '05') return one.reason === 'OT1';
  const plan = planOf(one);
  const asked = plan.kind === 'confirm' ? plan.then : plan;
  return asked.kind === 'now' && asked.verdict.status === 'APPROVED';
}

function isCash({ paymentMethod }: Transaction): boolean {
  return findOther(paymentMethod)?.way === 'cash';
}

/** What waits for the merchant pends; a payment of which a part was refused was approved in part. */
function shownStatus(status: string): AttemptView['status'] {
  if (status === 'PENDING_CONFIRMATION') return 'PENDING';
  return status === 'APPROVED_PARTIAL' ? 'APPROVED' : (status as AttemptView['status']);
}

/** Minor units as the page's decimal. */
export function minor(value: bigint, currency: string): Amount {
  return { currency, total: toDecimal({ minor: value, currency }) };
}
