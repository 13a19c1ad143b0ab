import 'server-only';
import { db } from '../db';
import { readRequestId } from '../endpoint';
import type { Delivery, Fault, Prisma, Session, Site, Transaction } from '../generated/client';
import { decimal, readSearch, slice, toListing, type Asked, type Listing } from './listing';
import { readSigned, type Signed } from './signed';

/** What the control room shows of sessions. Nothing of a card is stored that could be shown. */

export type Row = Pick<
  Session,
  'requestId' | 'reference' | 'status' | 'reason' | 'createdAt' | 'currency' | 'siteLogin'
> & { total: string | null; site: string };

/** The newest sessions first. Searched by requestId, or part of a reference. */
export async function findSessions(asked: Asked): Promise<Listing<Row>> {
  const found = await db().session.findMany({
    where: toWhere(asked),
    orderBy: { requestId: 'desc' },
    ...slice(asked),
    include: { site: { select: { name: true } } },
  });
  return toListing(found, ({ site, totalMinor, ...session }) => ({
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

function toWhere(asked: Asked): Prisma.SessionWhereInput {
  const { text, number, reference } = readSearch(asked);
  if (text === '') return {};
  return number === null ? { reference } : { OR: [{ requestId: number }, { reference }] };
}

/** All rules, oldest first; at most 500. */
export function findFaults(): Promise<Fault[]> {
  return db().fault.findMany({ orderBy: { id: 'asc' }, take: 500 });
}
