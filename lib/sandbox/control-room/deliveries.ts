import 'server-only';
import { db } from '../db';
import type { Delivery, Prisma } from '../generated/client';
import { readSearch, slice, toListing, type Asked, type Listing } from './listing';

export type DeliveryRow = Omit<Delivery, 'body'> & { reference: string };

/** Everything that any merchant was told. Searched by session, part of a reference, or part of the address. */
export async function findDeliveries(asked: Asked): Promise<Listing<DeliveryRow>> {
  const found = await db().delivery.findMany({
    where: toWhere(asked),
    orderBy: { id: 'desc' },
    ...slice(asked),
    omit: { body: true },
    include: { session: { select: { reference: true } } },
  });
  return toListing(found, ({ session, ...delivery }) => ({ ...delivery, reference: session.reference }));
}

function toWhere(asked: Asked): Prisma.DeliveryWhereInput {
  const { text, number, reference } = readSearch(asked);
  if (text === '') return {};
  return {
    OR: [
      { url: { contains: text, mode: 'insensitive' } },
      { state: text.toUpperCase() },
      { session: { reference } },
      ...(number === null ? [] : [{ requestId: number }]),
    ],
  };
}
