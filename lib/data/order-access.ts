import 'server-only';
import { userIdOf, type Viewer } from '@/lib/domain/viewer';
import type { Prisma } from './generated/client';
import { hashKey } from './random';

/** Which orders a viewer may see: the question every query about orders carries. */
export function visibleTo(viewer: Viewer): Prisma.OrderWhereInput {
  return viewer.kind === 'operator' ? {} : ownedBy(viewer);
}

/** The orders of an account, and those whose link this browser has. */
export function ownedBy(viewer: Viewer): Prisma.OrderWhereInput {
  const linked = { accessKeyHash: { in: viewer.accessKeys.map(hashKey) } };
  const userId = userIdOf(viewer);
  return userId === null ? linked : { OR: [{ userId }, linked] };
}
