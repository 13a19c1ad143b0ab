import 'server-only';
import { db } from '../db';
import { readRequestId } from '../endpoint';
import type { Delivery, Fault, Prisma, Session, Site, Transaction } from '../generated/client';
import { toDecimal } from '../money';
import { readSigned, type Signed } from './signed';

/** What the control room shows of sessions. Nothing of a card is stored that could be shown. */

export const pageSize = 25;

export type Row = Pick<
  Session,
  'requestId' | 'reference' | 'status' | 'reason' | 'createdAt' | 'currency' | 'siteLogin'
> & { total: string | null; site: string };

/**
 * The newest sessions first. `search` is a requestId, or part of a reference; `page` counts from 1.
 * `more` says whether another page follows.
 */
export async function findSessions(input: {
  search: string;
  page: number;
}): Promise<{ rows: Row[]; more: boolean }> {
  const found = await db().session.findMany({
    where: toWhere(input.search.trim()),
    orderBy: { requestId: 'desc' },
    skip: (input.page - 1) * pageSize,
    take: pageSize + 1,
    include: { site: { select: { name: true } } },
  });
  const rows = found.slice(0, pageSize).map(({ site, totalMinor, ...session }) => ({
    requestId: session.requestId,
    reference: session.reference,
    status: session.status,
    reason: session.reason,
    createdAt: session.createdAt,
    currency: session.currency,
    siteLogin: session.siteLogin,
    total: decimal(totalMinor, session.currency),
    site: site.name,
  }));
  return { rows, more: found.length > pageSize };
}

export type Dossier = {
  session: Session;
  site: Pick<Site, 'name' | 'login' | 'signature' | 'notificationUrl'>;
  total: string | null;
  transactions: (Transaction & { total: string })[];
  deliveries: (Delivery & { signed: Signed })[];
  faults: Fault[];
};

/** Everything about one session. Null when there is none. */
export async function findDossier(id: string): Promise<Dossier | null> {
  const requestId = readRequestId(id);
  if (requestId === null) return null;
  const found = await db().session.findUnique({
    where: { requestId },
    include: {
      site: true,
      transactions: { orderBy: { internalReference: 'asc' } },
      deliveries: { orderBy: { id: 'asc' } },
    },
  });
  if (!found) return null;
  const { site, transactions, deliveries, ...session } = found;
  return {
    session,
    site,
    total: decimal(session.totalMinor, session.currency),
    transactions: transactions.map((one) => ({ ...one, total: decimal(one.totalMinor, one.currency) ?? '' })),
    deliveries: deliveries.map((one) => ({ ...one, signed: readSigned(one.body, site.secretKey) })),
    faults: await faultsFor(session),
  };
}

/** The rules that a session's calls may meet, also those for a prefix of its reference. */
async function faultsFor({ requestId, reference }: Session): Promise<Fault[]> {
  const rules = await db().fault.findMany({
    where: { OR: [{ requestId }, { reference }, { referencePrefix: { not: null } }] },
    orderBy: { id: 'asc' },
  });
  return rules.filter(
    ({ referencePrefix }) => referencePrefix === null || reference.startsWith(referencePrefix),
  );
}

function toWhere(search: string): Prisma.SessionWhereInput {
  if (search === '') return {};
  const requestId = readRequestId(search);
  const byReference = { reference: { contains: search, mode: 'insensitive' as const } };
  return requestId === null ? byReference : { OR: [{ requestId }, byReference] };
}

function decimal(minor: bigint | null, currency: string | null): string | null {
  return minor === null || currency === null ? null : toDecimal({ minor, currency });
}

/** All rules, oldest first; at most 500. */
export function findFaults(): Promise<Fault[]> {
  return db().fault.findMany({ orderBy: { id: 'asc' }, take: 500 });
}
