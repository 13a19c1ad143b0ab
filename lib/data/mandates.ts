import 'server-only';
import { randomBytes } from 'node:crypto';
import { orderNumber } from '@/lib/domain/ids';
import type { Locale } from '@/lib/domain/locale';
import {
  isPageOpen,
  mayEdit,
  openPage,
  type Mandate,
  type MandatePage,
  type MandateTerms,
} from '@/lib/domain/mandate';
import { userIdOf, type Viewer } from '@/lib/domain/viewer';
import { env } from '@/lib/env';
import { db, writeTx, type Tx } from './db';
import { mandatesOf } from './mandate-access';
import { addMandateEvent } from './mandate-events';
import { localeOf, toMandate, withPages } from './mandate-row';
import { issueSampleInvoices } from './invoices';
import { hashKey, randomId } from './random';

/** The viewer's own agreements, newest first; none for a guest. */
export async function findMandates(viewer: Viewer): Promise<Mandate[]> {
  const userId = userIdOf(viewer);
  if (userId === null) return [];
  const rows = await db.mandate.findMany({
    where: { userId, environment: env.environment },
    include: withPages,
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: 100,
  });
  return rows.map(toMandate);
}

/** One agreement, for its owner or an operator; somebody else's does not exist. */
export async function findMandate(id: string, viewer: Viewer): Promise<Mandate | null> {
  const row = await db.mandate.findFirst({ where: { id, ...mandatesOf(viewer) }, include: withPages });
  return row && toMandate(row);
}

/** For the shop's own work: whoever asks on behalf of a person asks with that person. */
export async function loadMandate(id: string): Promise<{ mandate: Mandate; locale: Locale } | null> {
  const row = await db.mandate.findUnique({ where: { id }, include: withPages });
  return row && { mandate: toMandate(row), locale: localeOf(row) };
}

/** Whom the gateway means: both must fit, or one row that has no id yet must have the reference. */
export async function findByGateway({
  reference,
  id,
}: {
  reference: string;
  id: string;
}): Promise<Mandate | null> {
  const row = await db.mandate.findFirst({
    where: { environment: env.environment, reference },
    include: withPages,
  });
  return row && (row.autopayId === id || row.autopayId === null) ? toMandate(row) : null;
}

/** Whose visit a return token belongs to. */
export async function findMandateReturn(token: string): Promise<{ mandateId: string } | null> {
  return db.mandatePage.findUnique({
    where: { returnTokenHash: hashKey(token) },
    select: { mandateId: true },
  });
}

export type PreparedPage =
  | {
      readonly ok: true;
      readonly mandate: Mandate;
      readonly page: MandatePage;
      readonly returnToken: string | null;
    }
  | { readonly ok: false; readonly problem: 'sign_in_required' | 'unknown_mandate' | 'mandate_over' };

type Common = {
  readonly viewer: Viewer;
  /** Rendered into the form by the server: a double click is one visit. */
  readonly attemptKey: string;
  readonly expiresAt: Date;
  readonly now: Date;
};

type Creating = Common & {
  readonly terms: MandateTerms;
  readonly description: string;
  readonly locale: Locale;
};

/** The agreement and its page are committed before anything is sent. */
export async function prepareMandate(input: Creating): Promise<PreparedPage> {
  const userId = userIdOf(input.viewer);
  if (userId === null) return { ok: false, problem: 'sign_in_required' };
  const { terms, now, description, locale } = input;
  return writeTx(async (tx) => {
    const again = await sameVisit(tx, input);
    if (again) return again;
    const { amount, ...rest } = terms;
    const id = randomId();
    await tx.mandate.create({
      data: {
        ...rest,
        ...{ id, userId, description, locale },
        environment: env.environment,
        reference: orderNumber(randomBytes(8)).replace('LAD-', 'AUT-'),
        amountMinor: amount?.minor ?? null,
        nextCheckAt: now,
        createdAt: now,
      },
    });
    await addMandateEvent(tx, {
      mandateId: id,
      type: 'PREPARED',
      actor: 'buyer',
      dedupeKey: `prepared:${id}`,
      at: now,
    });
    if (terms.chargeType !== 'FIXED') await issueSampleInvoices(tx, { mandateId: id, terms, now });
    return insertPage(tx, id, { ...input, action: 'CREATE' });
  });
}

/** A page for another card: one at a time, and none once the agreement is over. */
export async function prepareEdit(input: Common & { readonly mandateId: string }): Promise<PreparedPage> {
  return writeTx(async (tx) => {
    const again = await sameVisit(tx, input);
    if (again) return again;
    const row = await tx.mandate.findFirst({
      // Only its owner gives a card: an operator sees it and no more.
      where: { id: input.mandateId, environment: env.environment, userId: userIdOf(input.viewer) ?? '' },
      include: withPages,
    });
    if (!row) return { ok: false, problem: 'unknown_mandate' };
    const mandate = toMandate(row);
    if (!mayEdit(mandate.status)) return { ok: false, problem: 'mandate_over' };
    const page = openPage(mandate);
    if (page) return { ok: true, mandate, page, returnToken: null };
    await tx.mandate.update({ where: { id: mandate.id }, data: { nextCheckAt: input.now, checks: 0 } });
    return insertPage(tx, mandate.id, { ...input, action: 'EDIT' });
  });
}

async function sameVisit(tx: Tx, { attemptKey, viewer }: Common): Promise<PreparedPage | null> {
  const page = await tx.mandatePage.findUnique({
    where: { attemptKey },
    select: { id: true, mandateId: true },
  });
  if (!page) return null;
  const row = await tx.mandate.findFirst({
    where: { id: page.mandateId, ...mandatesOf(viewer) },
    include: withPages,
  });
  if (!row) return { ok: false, problem: 'unknown_mandate' };
  const mandate = toMandate(row);
  const same = mandate.pages.find(({ id }) => id === page.id);
  return same
    ? { ok: true, mandate, page: same, returnToken: null }
    : { ok: false, problem: 'unknown_mandate' };
}

async function insertPage(
  tx: Tx,
  mandateId: string,
  { action, attemptKey, expiresAt, now }: Common & { action: 'CREATE' | 'EDIT' },
): Promise<PreparedPage> {
  const returnToken = randomId();
  const id = randomId();
  const data = { id, mandateId, action, attemptKey, expiresAt, createdAt: now };
  await tx.mandatePage.create({
    data: { ...data, environment: env.environment, returnTokenHash: hashKey(returnToken) },
  });
  const row = await tx.mandate.findUniqueOrThrow({ where: { id: mandateId }, include: withPages });
  const mandate = toMandate(row);
  const page = mandate.pages.find((one) => one.id === id);
  if (!page) throw new Error('A page that was just written is not there.');
  return { ok: true, mandate, page, returnToken };
}

type Change = { readonly id: string; readonly status: MandatePage['status'] } & Partial<
  Pick<MandatePage, 'reason' | 'message' | 'requestId' | 'processUrl'>
>;

/** False when the page was over already: then nothing was changed. */
export async function markPage({ id, status, ...data }: Change): Promise<boolean> {
  return writeTx(async (tx) => {
    const page = await tx.mandatePage.findUniqueOrThrow({ where: { id } });
    const known = page.status as MandatePage['status'];
    if (!isPageOpen(known) || (status === 'SENT' && known !== 'PREPARED')) return false;
    await tx.mandatePage.update({ where: { id }, data: { status, ...data } });
    return true;
  });
}
