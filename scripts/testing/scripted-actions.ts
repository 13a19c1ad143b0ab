import type { BookedSession } from './scripted-book';

/** What the scripted gateway does with a transaction afterwards: a whole refund, once, and the merchant's no. */
export function act(
  asked: object,
  sessions: Iterable<BookedSession>,
  nextReference: () => number,
  tell: (session: BookedSession) => object,
): object {
  const { action, internalReference } = asked as { action: string; internalReference: number };
  const date = new Date().toISOString();
  for (const session of sessions) {
    const payment = session.payments.find((one) => one.internalReference === internalReference);
    if (!payment || payment.refunded) continue;
    const isRefund = action === 'reverse';
    if (isRefund) payment.refunded = true;
    else {
      Object.assign(session, { status: 'REJECTED', reason: '?C' });
      payment.status = 'REJECTED';
    }
    const told = isRefund ? { ...payment, internalReference: nextReference(), refunded: false } : payment;
    const status = { status: isRefund ? 'APPROVED' : 'REJECTED', reason: '00', message: '', date };
    const { payment: list } = tell({ ...session, payments: [told] }) as { payment: object[] };
    return { status, payment: list[0] };
  }
  return {
    status: { status: 'FAILED', reason: 'BR', message: 'La transacción ya ha sido reembolsada', date },
  };
}
