import 'server-only';
import { z } from 'zod';
import { defaultLocale, isLocale } from '@/lib/domain/locale';
import { orderStatus, type Order, type OrderLine } from '@/lib/domain/order';
import { actors, orderEventTypes, type OrderEvent } from '@/lib/domain/order-event';
import type { Prisma } from './generated/client';
import { toMoney } from './products';
import { toCheckoutSession, withFacts } from './session-row';

/** Everything an order page shows, in one query. */
export const wholeOrder = {
  lines: { orderBy: { position: 'asc' } },
  // Of one instant, the reference knows which came first: it counts the attempts.
  sessions: { include: withFacts, orderBy: [{ createdAt: 'asc' }, { reference: 'asc' }] },
  events: { orderBy: { seq: 'asc' } },
} as const satisfies Prisma.OrderInclude;

export type OrderRow = Prisma.OrderGetPayload<{ include: typeof wholeOrder }>;

/** The status is derived from the money and the sessions; the column is only for lists. */
export function toOrder(row: OrderRow): Order {
  const total = toMoney(row.totalMinor, row.currency);
  const paid = toMoney(row.paidMinor, row.currency);
  const sessions = row.sessions.map(toCheckoutSession);
  const accepted = row.acceptedMinor === null ? null : toMoney(row.acceptedMinor, row.currency);
  return {
    id: row.id,
    number: row.number,
    locale: isLocale(row.locale) ? row.locale : defaultLocale,
    total,
    paid,
    accepted,
    status: orderStatus({ total, paid, accepted, sessions, cancelledAt: row.cancelledAt }),
    buyer: toBuyer(row),
    lines: row.lines.map((line) => toLine(line, row.currency)),
    sessions,
    events: row.events.map(toEvent),
    createdAt: row.createdAt,
    paidAt: row.paidAt,
    cancelledAt: row.cancelledAt,
    userId: row.userId,
  };
}

export function toLine(row: OrderRow['lines'][number], currency: string): OrderLine {
  return {
    productSlug: row.productSlug,
    name: { es: row.nameEs, en: row.nameEn },
    unit: toMoney(row.unitMinor, currency),
    quantity: row.quantity,
  };
}

function toBuyer(row: OrderRow): Order['buyer'] {
  return {
    name: row.buyerName,
    surname: row.buyerSurname,
    email: row.buyerEmail,
    phone: row.buyerPhone,
    documentType: row.buyerDocumentType,
    documentEnding: row.buyerDocumentEnding,
    country: row.buyerCountry,
    state: row.buyerState,
    city: row.buyerCity,
    street: row.buyerStreet,
    postalCode: row.buyerPostalCode,
  };
}

const event = z.object({
  seq: z.number(),
  type: z.enum(orderEventTypes),
  actor: z.enum(actors),
  data: z.record(z.string(), z.string()),
  at: z.date(),
});

function toEvent(row: OrderRow['events'][number]): OrderEvent {
  return event.parse(row);
}
