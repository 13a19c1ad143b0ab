import { hasPendingTransaction, isFinal, type CheckoutSession } from '@/lib/domain/checkout-session';
import type { Order } from '@/lib/domain/order';
import { attempts, meaningOf } from '@/lib/domain/transaction';
import type { FlowState } from './flow';

/** The nodes that most diagrams share. Each asks the order's last session, never the flow's name. */

export const lastSession = ({ sessions }: Order): CheckoutSession | undefined => sessions.at(-1);

const isOpen = (order: Order) => {
  const session = lastSession(order);
  return session !== undefined && !isFinal(session.status);
};

export const created: FlowState = {
  name: 'created',
  label: { es: 'Página abierta', en: 'Page open' },
  next: ['refused', 'pending', 'approved', 'ended'],
  isAt: isOpen,
};

export const refused: FlowState = {
  name: 'refused',
  label: { es: 'Intento rechazado', en: 'Attempt refused' },
  next: ['pending', 'approved', 'ended'],
  isAt: (order) => {
    const [newest] = attempts(lastSession(order)?.transactions ?? []);
    return isOpen(order) && newest !== undefined && meaningOf[newest.status] === 'refused';
  },
};

export const pending: FlowState = {
  name: 'pending',
  label: { es: 'En proceso en el banco', en: 'Being processed by the bank' },
  next: ['refused', 'approved', 'ended'],
  isAt: (order) => {
    const session = lastSession(order);
    if (!session) return false;
    // A kept card is paid without a page: until it has an end, its bank is what is waited for.
    return hasPendingTransaction(session) || (session.charge !== undefined && isOpen(order));
  },
};

export const ended: FlowState = {
  name: 'ended',
  label: { es: 'Terminó sin pago', en: 'Ended unpaid' },
  next: [],
  isAt: (order) => ['REJECTED', 'ABANDONED'].includes(lastSession(order)?.status ?? ''),
};

export const approved: FlowState = {
  name: 'approved',
  label: { es: 'Aprobado', en: 'Approved' },
  next: ['refunded'],
  isAt: (order) => order.status === 'PAID' || order.status === 'OVERPAID',
};

export const refunded: FlowState = {
  name: 'refunded',
  label: { es: 'Devuelto', en: 'Refunded' },
  next: [],
  isAt: (order) => order.status === 'REFUNDED' || order.status === 'PARTIALLY_REFUNDED',
};

/** Of a payment that is charged at once. */
export const saleStates: readonly FlowState[] = [created, refused, pending, ended, approved, refunded];
