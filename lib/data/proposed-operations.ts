import 'server-only';
import { env } from '@/lib/env';
import type { Money } from '@/lib/domain/money';
import type { Operation } from '@/lib/domain/operation';
import { isOperator, userIdOf, type Viewer } from '@/lib/domain/viewer';
import { addAudit } from './audit';
import { db } from './db';
import type { Prisma } from './generated/client';
import { toOperation } from './operation-row';
import { step } from './operations';
import { toMoney } from './products';

/** What one operator asked for and another has to agree with. */
export type Proposal = {
  readonly operation: Operation;
  readonly orderId: string;
  readonly orderNumber: string;
  readonly stake: Money;
  /** The reason that was typed. */
  readonly why: string;
  /** Whether whoever looks asked for it: nobody agrees with themselves. */
  readonly isOwn: boolean;
};

/** Those that wait longest come first: of one order, or of all. Nothing for anybody but an operator. */
export async function findProposals(
  viewer: Viewer,
  { orderId, limit = 50 }: { orderId?: string; limit?: number } = {},
): Promise<Proposal[]> {
  if (!isOperator(viewer)) return [];
  const rows = await db.operation.findMany({
    where: { ...proposed, ...(orderId && { orderId }) },
    include: numbered,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: limit,
  });
  return rows.map((row) => toProposal(row, viewer));
}

/** Null for what is no proposal any more, and for anybody but an operator. */
export async function findProposal(id: string, viewer: Viewer): Promise<Proposal | null> {
  if (!isOperator(viewer)) return null;
  const row = await db.operation.findFirst({ where: { id, ...proposed }, include: numbered });
  return row && toProposal(row, viewer);
}

const proposed = { environment: env.environment, state: 'PROPOSED' } as const;
const numbered = { order: { select: { number: true } } } as const;

function toProposal(
  { order, ...row }: Prisma.OperationGetPayload<{ include: typeof numbered }>,
  viewer: Viewer,
): Proposal {
  return {
    operation: toOperation(row),
    orderId: row.orderId,
    orderNumber: order.number,
    stake: toMoney(row.stakeMinor ?? 0n, row.currency),
    why: row.askedWhy ?? '',
    isOwn: row.askedById === userIdOf(viewer),
  };
}

type Deciding = { readonly viewer: Viewer; readonly reason: string; readonly now: Date };

/** What was prepared and not sent for this long never will be. Milliseconds. */
const preparedMs = 60_000;

/** The second operator agrees: it may be sent. Null when it was decided already. The database refuses one's own. */
export async function approveProposed(before: Operation, deciding: Deciding): Promise<Operation | null> {
  const { viewer, now } = deciding;
  return step(before, {
    to: 'PREPARED',
    event: 'OPERATION_APPROVED',
    actor: 'operator',
    now,
    fields: {
      approvedById: userIdOf(viewer),
      approvedBy: viewer.kind === 'guest' ? '' : viewer.name,
      nextAt: new Date(now.getTime() + preparedMs),
    },
    and: (tx, orderId) => addAudit(tx, deed('approve', before, orderId, deciding), { viewer, now }),
  });
}

/** An operator does not agree, or whoever asked takes it back. Nothing was sent. */
export async function withdrawProposed(before: Operation, deciding: Deciding): Promise<Operation | null> {
  const { viewer, now } = deciding;
  return step(before, {
    to: 'ABANDONED',
    event: 'OPERATION_ABANDONED',
    actor: 'operator',
    now,
    fields: { reason: 'NOT_APPROVED', endedAt: now, nextAt: null },
    and: (tx, orderId) => addAudit(tx, deed('withdraw', before, orderId, deciding), { viewer, now }),
  });
}

function deed(
  action: 'approve' | 'withdraw',
  { name, sentReference, askedBy }: Operation,
  orderId: string,
  { reason }: Deciding,
) {
  return { action, orderId, target: sentReference, reason, detail: { operation: name, askedBy } };
}
