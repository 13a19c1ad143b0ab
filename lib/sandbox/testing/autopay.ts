import { acceptTerms } from '../autopay/terms';
import { advanceClock, now } from '../clock';
import { db } from '../db';
import { dayAfter, dayOf } from '../recurrence';
import { tick } from '../timers';
import { cards } from './calls';
import { pay, until, type Stage } from './stage';

/** An automatic payment and its merchant, for tests. */

const dayMs = 86_400_000;

export const inDays = (days: number) => dayAfter(dayOf(now()), { periodicity: 'D', interval: 1 }, days);

let counted = 0;

/** A session request: a fixed 45,000 pesos a month from tomorrow on, unless it says otherwise. */
export function agreement(more: object = {}, recurring: object = {}) {
  counted += 1;
  const reference = `AP-${process.pid}-${Date.now()}-${counted}`.slice(0, 32);
  return {
    type: 'autopay',
    payment: undefined,
    autopay: {
      action: 'CREATE',
      reference,
      description: 'Café de cada mes',
      dueDay: 15,
      recurring: { type: 'FIXED', periodicity: 'M', interval: '1', nextPayment: inDays(1), ...recurring },
      amount: { currency: 'COP', total: 45000 },
      ...more,
    },
  };
}

/** The payer accepts and gives a card. */
export async function agree(stage: Stage, request: object = agreement(), number = cards.approved) {
  const session = await stage.open(request);
  await acceptTerms(session);
  await pay(session, number);
  const row = await db().session.findUniqueOrThrow({ where: { requestId: session.requestId } });
  return { ...session, id: row.autopayId ?? '', reference: row.reference };
}

/** How a request edits an automatic payment. */
export function edit({ id, reference }: { id: string; reference: string }) {
  return {
    type: 'autopay',
    payment: undefined,
    autopay: { action: 'EDIT', id, reference, description: 'Otra' },
  };
}

export async function days(count: number): Promise<void> {
  await advanceClock(count * dayMs);
  await settle();
}

export async function minutes(count: number): Promise<void> {
  await advanceClock(count * 60_000);
  await settle();
}

/** Rounds until nothing is due any more. */
export async function settle(): Promise<void> {
  await until('everything due is done', async () => {
    await tick();
    const waiting = await db().delivery.count({ where: { state: { in: ['WAITING', 'SENDING'] } } });
    const due = await db().autopay.count({ where: { dueAt: { lte: now() } } });
    return waiting === 0 && due === 0;
  });
}

export const mandate = (id: string) => db().autopay.findUniqueOrThrow({ where: { id } });

export const charges = (id: string) =>
  db().autopayCharge.findMany({ where: { autopayId: id }, orderBy: { dueOn: 'asc' } });

export type Told = { path: string; authorization: string; body: Record<string, unknown> };

/** What AutoPay asked and told about one automatic payment, oldest first. */
export function toldOf(stage: Stage, id: string, contract: 'balance' | 'settlement' | 'webhook'): Told[] {
  return stage.merchant.received
    .filter(({ path }) => path === `/shop/autopay/${contract}`)
    .map(({ path, authorization, body }) => ({
      path,
      authorization,
      body: JSON.parse(body) as Record<string, unknown>,
    }))
    .filter(({ body }) => body.id === id);
}

type Balance = { amount?: unknown; min_amount?: unknown; http?: number; status?: string; currency?: string };

/** The merchant's answers from now on: to `balance` what `owed` says, and OK to everything else. */
export function answers(
  stage: Stage,
  owed: (asked: { id: string; reference: string }) => Balance = () => ({}),
) {
  stage.merchant.answer = (request, response, text) => {
    const body = JSON.parse(text) as { id: string; reference: string };
    const isBalance = request.url?.endsWith('/balance') ?? false;
    const {
      http = 200,
      status = 'OK',
      currency = 'COP',
      amount = 0,
      min_amount = 0,
    } = isBalance ? owed(body) : {};
    const said = { status, reason: '00', message: '', date: '2026-01-01T00:00:00-05:00' };
    const money = isBalance && {
      amount: { currency, total: amount },
      min_amount: { currency, total: min_amount },
    };
    response.writeHead(http, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ status: said, id: body.id, ...money }));
  };
}
