import 'server-only';
import { lockSession } from '../bookkeeping';
import { now } from '../clock';
import { db, inTx } from '../db';
import { isOver } from '../expiration';
import type { Autopay, Session } from '../generated/client';
import type { MandateTerms } from '../hosted-view';
import { readAmount, toDecimal } from '../money';
import { readDay } from '../recurrence';
import { isSame } from '../signature';
import { requestOf } from '../stored-request';
import type { ChargeType } from './request';

/** The terms that a payer accepts before he gives a card. Source: https://docs.placetopay.dev/autopay/api/session */

/** Null for a session of another kind. Of an edit, the terms that were accepted once: what is sent with it changes nothing. */
export async function findTerms(session: Session): Promise<MandateTerms | null> {
  if (session.kind !== 'AUTOPAY') return null;
  const accepted = session.acceptedAt !== null;
  const { autopay } = requestOf(session);
  if (autopay?.action === 'EDIT') {
    const mandate = await db().autopay.findUnique({ where: { id: session.autopayId ?? '' } });
    return mandate && { ...termsOf(mandate), accepted };
  }
  if (!autopay?.recurring) return null;
  const { recurring, amount, reference, description, dueDay = 1 } = autopay;
  const total = amount && readAmount(amount.total, amount.currency);
  return {
    edits: false,
    accepted,
    ...{ reference, description, dueDay },
    chargeType: recurring.type,
    amount:
      recurring.type === 'FIXED' && amount && total
        ? { currency: amount.currency, total: toDecimal(total) }
        : null,
    periodicity: recurring.periodicity,
    interval: recurring.interval,
    nextOn: readDay(recurring.nextPayment) ?? '',
    lastOn: readDay(recurring.dueDate ?? ''),
    maxPeriods: recurring.maxPeriods ?? -1,
  };
}

function termsOf(mandate: Autopay): Omit<MandateTerms, 'accepted'> {
  const { reference, description, dueDay, interval, nextOn, lastOn, maxPeriods, periods } = mandate;
  const { totalMinor: minor, currency } = mandate;
  return {
    edits: true,
    ...{ reference, description, dueDay, interval, nextOn, lastOn },
    chargeType: mandate.chargeType as ChargeType,
    amount: minor === null ? null : { currency, total: toDecimal({ minor, currency }) },
    periodicity: mandate.periodicity as MandateTerms['periodicity'],
    maxPeriods: maxPeriods === -1 ? -1 : maxPeriods - periods,
  };
}

type Accepting = { requestId: number; key: string };

/** Once: a second acceptance changes nothing. */
export async function acceptTerms({
  requestId,
  key,
}: Accepting): Promise<{ ok: true } | { ok: false; problem: 'not_found' | 'unavailable' }> {
  return inTx(async (tx) => {
    const session = await lockSession(tx, requestId);
    if (!session || !isSame(session.key, key) || session.kind !== 'AUTOPAY')
      return { ok: false, problem: 'not_found' };
    const at = now();
    if (isOver(session, at)) return { ok: false, problem: 'unavailable' };
    if (session.acceptedAt === null)
      await tx.session.update({ where: { requestId }, data: { acceptedAt: at } });
    return { ok: true };
  });
}
