import 'server-only';
import { endReasons, membershipStatuses, type Membership } from '@/lib/domain/membership';
import { cadences } from '@/lib/domain/product';
import type { Prisma } from './generated/client';
import { toOrder, wholeOrder } from './order-row';
import { toMoney } from './products';
import { cardFields } from './session-row';

/** Older periods are orders like any other, and stand in the list of orders. */
const lastPeriods = 24;

/** A membership is always read with its card and its last periods, each with its order. */
export const wholeMembership = {
  card: { select: cardFields },
  periods: { orderBy: { number: 'desc' }, take: lastPeriods, include: { order: { include: wholeOrder } } },
} as const satisfies Prisma.MembershipInclude;

type Row = Prisma.MembershipGetPayload<{ include: typeof wholeMembership }>;

/** A row as the domain knows it; a word that the database should not hold is a bug, and throws. */
export function toMembership(row: Row): Membership {
  const status = membershipStatuses.find((known) => known === row.status);
  const cadence = cadences.find((known) => known === row.cadence);
  if (!status || !cadence) throw new Error(`Membership ${row.id} says ${row.status} and ${row.cadence}.`);
  return {
    id: row.id,
    userId: row.userId,
    productSlug: row.productSlug,
    name: { es: row.nameEs, en: row.nameEn },
    cadence,
    price: toMoney(row.priceMinor, row.currency),
    status,
    endReason: endReasons.find((known) => known === row.endReason) ?? null,
    card: row.card,
    anchor: { on: row.anchorOn, number: row.anchorNumber },
    createdAt: row.createdAt,
    endedAt: row.endedAt,
    version: row.version,
    periods: row.periods.toReversed().map(({ number, startsOn, endsOn, tries, tryOn, order }) => ({
      ...{ number, startsOn, endsOn, tries, tryOn },
      order: toOrder(order),
    })),
  };
}
