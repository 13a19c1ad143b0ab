import type { BadgeTone } from '@/components/ui/badge';
import type { SessionStatus } from '@/lib/domain/checkout-session';
import { meaningOf, type Meaning, type TransactionStatus } from '@/lib/domain/transaction';

/** The colour that repeats what the word of a payment attempt says. */
export const sessionTones: Record<SessionStatus, BadgeTone> = {
  PREPARED: 'plain',
  SENT: 'waiting',
  IN_DOUBT: 'waiting',
  PENDING: 'waiting',
  APPROVED_PARTIAL: 'waiting',
  APPROVED: 'good',
  PARTIAL_EXPIRED: 'waiting',
  REJECTED: 'plain',
  ABANDONED: 'plain',
};

/** By what the status means for the money: a refund is news, neither good nor bad. */
const meaningTones: Record<Meaning, BadgeTone> = {
  approved: 'good',
  pending: 'waiting',
  refused: 'bad',
  reversed: 'plain',
};

export function transactionTone(status: TransactionStatus): BadgeTone {
  return meaningTones[meaningOf[status]];
}
