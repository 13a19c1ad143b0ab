import 'server-only';
import { dayOf } from '@/lib/domain/calendar';
import { validityOf } from '@/lib/domain/card-validity';
import { installmentsFor } from '@/lib/domain/installments';
import type { Order } from '@/lib/domain/order';
import { env } from '@/lib/env';
import { db, type Tx } from './db';
import { openToken } from './instruments';

/** A kept card to charge, and in how many instalments where its owner was asked. */
export type Charging = {
  readonly cardId: string;
  readonly installments: number | null;
  /** The membership that the shop renews with it, by itself: only while it goes on, and with this card. */
  readonly renewalOf?: string;
};

const cardProblems = ['unknown_card', 'card_expired', 'membership_changed', 'unknown_installments'] as const;
export type CardProblem = (typeof cardProblems)[number];

/** Whether what is wrong is the kept card, or how it is to be charged. */
export function isCardProblem(problem: string): problem is CardProblem {
  return cardProblems.some((one) => one === problem);
}

/** Why this card may not be charged so for this order: it is of another account, was given up, or is over. */
export async function cardProblem(
  tx: Tx,
  order: Order,
  { cardId, renewalOf, installments }: Charging,
  now: Date,
): Promise<CardProblem | null> {
  const { userId } = order;
  if (userId === null) return 'unknown_card';
  if (installments !== null && !installmentsFor(order).includes(installments)) return 'unknown_installments';
  if (renewalOf && !(await isGoing(tx, renewalOf, cardId))) return 'membership_changed';
  const where = { id: cardId, userId, environment: env.environment, state: 'ACTIVE' };
  const card = await tx.cardToken.findFirst({ where });
  if (!card) return 'unknown_card';
  return validityOf(card.validUntil, dayOf(now)) === 'expired' ? 'card_expired' : null;
}

/**
 * Asked in the transaction of the attempt: whoever cancels, pauses or changes the card at that moment comes before or
 * after it.
 */
async function isGoing(tx: Tx, id: string, cardId: string): Promise<boolean> {
  return (await tx.membership.count({ where: { id, cardId, status: { in: ['ACTIVE', 'PAST_DUE'] } } })) > 0;
}

/** Whether a card has not been given up. Asked in a transaction, whoever gives it up comes before or after it. */
export async function isChargeable(tx: Tx, id: string): Promise<boolean> {
  return (await tx.cardToken.count({ where: { id, state: 'ACTIVE' } })) > 0;
}

/** The token of a card that can still be charged; null once it was given up. For the body of one call. */
export async function openChargeable(cardId: string): Promise<string | null> {
  const card = await db.cardToken.findFirst({ where: { id: cardId, state: 'ACTIVE' } });
  return card && openToken(card);
}
