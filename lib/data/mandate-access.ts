import 'server-only';
import { isOperator, userIdOf, type Viewer } from '@/lib/domain/viewer';
import { env } from '@/lib/env';
import type { Prisma } from './generated/client';

/** Which agreements a viewer may see: their own, and an operator all of them. */
export function mandatesOf(viewer: Viewer): Prisma.MandateWhereInput {
  const { environment } = env;
  return isOperator(viewer) ? { environment } : { environment, userId: userIdOf(viewer) ?? '' };
}
