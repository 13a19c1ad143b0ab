import 'server-only';
import { env } from '@/lib/env';
import type { Money } from '@/lib/domain/money';
import { orderStatuses, type OrderStatus } from '@/lib/domain/order';
import { isOperator, type Viewer } from '@/lib/domain/viewer';
import { db } from './db';
import { Prisma } from './generated/client';
import { toMoney } from './products';

/** An order as a row of the operator's desk. */
export type DeskOrder = {
  readonly id: string;
  readonly number: string;
  readonly buyer: string;
  readonly status: OrderStatus;
  readonly total: Money;
  readonly paid: Money;
  readonly createdAt: Date;
  /** Of the latest attempt. */
  readonly reference: string | null;
  readonly requestId: string | null;
};

/** Where a page of the desk ends: the next begins after it. */
export type Cursor = { readonly createdAt: Date; readonly id: string };

export const deskPage = 50;

type Listed = { readonly status?: OrderStatus; readonly after?: Cursor };

/**
 * Everybody's orders, newest first, fifty at a time, of one status or of all. A page begins where the one before ended, so
 * the thousandth costs what the first does: no rows are counted and none are skipped. Nothing for anybody but an operator.
 */
export async function findDeskOrders(
  viewer: Viewer,
  listed: Listed = {},
): Promise<{ orders: DeskOrder[]; next: Cursor | null }> {
  if (!isOperator(viewer)) return { orders: [], next: null };
  const ids = await db.$queryRaw<{ id: string }[]>(deskQuery(listed));
  const rows = await readRows(ids.slice(0, deskPage).map(({ id }) => id));
  const last = rows.at(-1);
  return {
    orders: rows.map(toDeskOrder),
    next: last && ids.length > deskPage ? { createdAt: last.createdAt, id: last.id } : null,
  };
}

/** The page and one row more, which tells whether another follows. By itself, so that its plan can be looked at. */
export function deskQuery({ status, after }: Listed): Prisma.Sql {
  const conditions = [
    ...(status ? [Prisma.sql`"status" = ${status}`] : []),
    // The first condition is the index's; the second only tells apart what was placed in one millisecond.
    ...(after
      ? [
          Prisma.sql`"createdAt" <= ${after.createdAt}`,
          Prisma.sql`("createdAt" < ${after.createdAt} OR "id" > ${after.id})`,
        ]
      : []),
  ];
  const where = conditions.length > 0 ? Prisma.sql`WHERE ${Prisma.join(conditions, ' AND ')}` : Prisma.empty;
  return Prisma.sql`SELECT "id" FROM "Order" ${where} ORDER BY "createdAt" DESC, "id" LIMIT ${deskPage + 1}`;
}

/**
 * The orders that are called so: by the order's number, an attempt's reference, the gateway's requestId, or a transaction's
 * internalReference, each of them whole, each by an index of its own. Nothing for anybody but an operator.
 */
export async function searchDeskOrders(viewer: Viewer, text: string): Promise<DeskOrder[]> {
  const name = text.trim().toUpperCase().slice(0, 32);
  if (!isOperator(viewer) || name === '') return [];
  const { environment } = env;
  const [sessions, transactions, numbered] = await Promise.all([
    db.checkoutSession.findMany({
      where: { environment, OR: [{ reference: name }, { requestId: name }] },
      select: { orderId: true },
    }),
    db.gatewayTransaction.findMany({
      where: { environment, internalReference: name },
      select: { session: { select: { orderId: true } } },
      take: deskPage,
    }),
    db.order.findMany({ where: { number: name }, select: { id: true } }),
  ]);
  const ids = [
    ...sessions.map(({ orderId }) => orderId),
    ...transactions.map(({ session }) => session.orderId),
    ...numbered.map(({ id }) => id),
  ];
  return (await readRows([...new Set(ids)].slice(0, deskPage))).map(toDeskOrder);
}

function readRows(ids: readonly string[]) {
  return db.order.findMany({
    where: { id: { in: [...ids] } },
    select: deskRow,
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  });
}

const deskRow = {
  id: true,
  number: true,
  buyerName: true,
  buyerSurname: true,
  status: true,
  currency: true,
  totalMinor: true,
  paidMinor: true,
  createdAt: true,
  sessions: {
    select: { reference: true, requestId: true },
    orderBy: [{ createdAt: 'desc' }, { reference: 'desc' }],
    take: 1,
  },
} as const satisfies Prisma.OrderSelect;

function toDeskOrder(row: Prisma.OrderGetPayload<{ select: typeof deskRow }>): DeskOrder {
  const [session] = row.sessions;
  return {
    id: row.id,
    number: row.number,
    buyer: `${row.buyerName} ${row.buyerSurname}`.trim(),
    status: orderStatuses.find((status) => status === row.status) ?? 'CONFIRMING',
    total: toMoney(row.totalMinor, row.currency),
    paid: toMoney(row.paidMinor, row.currency),
    createdAt: row.createdAt,
    reference: session?.reference ?? null,
    requestId: session?.requestId ?? null,
  };
}
