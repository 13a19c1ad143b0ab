import 'server-only';
import type { CheckoutSession } from '@/lib/domain/checkout-session';
import type { Actor } from '@/lib/domain/order-event';
import type { ReportedInstrument } from '@/lib/domain/report';
import { env } from '@/lib/env';
import type { Tx } from './db';
import { addEvent } from './order-events';
import { randomId } from './random';
import { addSuspense } from './refresh-order';
import { decrypt, encrypt, fingerprint, type Place } from './vault';

type Saving = { readonly source: Actor; readonly now: Date };

/**
 * Seals the card that the payer agreed to keep, for the order's owner and nobody else, in the transaction that records
 * the payment. A guest has no account to keep it in: the token is dropped, and the timeline says so. A card that already
 * belongs to another account stays theirs, and an operator looks.
 */
export async function keepCard(
  tx: Tx,
  { id: sessionId, orderId, reference }: CheckoutSession,
  { token, subtoken, ...known }: ReportedInstrument,
  { source, now }: Saving,
): Promise<void> {
  const { userId } = await tx.order.findUniqueOrThrow({ where: { id: orderId }, select: { userId: true } });
  const told = { actor: source, at: now };
  const { lastDigits } = known;
  const data = { reference, ...(lastDigits && { lastDigits }) };
  const note = (why: string) =>
    addEvent(tx, orderId, { ...told, type: 'CARD_NOT_KEPT', data: { ...data, why } });
  if (userId === null) return note('guest');
  const print = fingerprint(token);
  const key = { environment_fingerprint: { environment: env.environment, fingerprint: print } };
  const same = await tx.cardToken.findUnique({ where: key, select: { userId: true } });
  if (same && same.userId !== userId) {
    await addSuspense(tx, {
      kind: 'card_of_another',
      dedupeKey: `card:${sessionId}`,
      detail: { orderId, reference },
      sessionId,
    });
    return note('card_of_another');
  }
  if (same) return note('kept_already');
  const id = randomId();
  const seal = (secret: string, column: 'token' | 'subtoken') =>
    encrypt(secret, placeOf({ id, userId }, column));
  const owned = { userId, environment: env.environment, isDefault: true };
  const isDefault = (await tx.cardToken.count({ where: owned })) === 0;
  await tx.cardToken.create({
    data: {
      ...known,
      id,
      userId,
      environment: env.environment,
      fingerprint: print,
      tokenEncrypted: seal(token, 'token'),
      subtokenEncrypted: subtoken === null ? null : seal(subtoken, 'subtoken'),
      isDefault,
      sessionId,
      createdAt: now,
    },
  });
  await addEvent(tx, orderId, { ...told, type: 'CARD_KEPT', data });
}

/** Where a card's token or subtoken is sealed to. */
function placeOf({ id, userId }: { id: string; userId: string }, column: 'token' | 'subtoken'): Place {
  return { table: `CardToken.${column}`, row: id, user: userId };
}

/** The token itself, for the body of one call to the gateway and for nothing else. */
export function openToken(card: { id: string; userId: string; tokenEncrypted: string }): string {
  return decrypt(card.tokenEncrypted, placeOf(card, 'token'));
}
