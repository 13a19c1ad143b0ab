import 'server-only';
import { adoptClock, clockTurns, type ClockRow } from './clock';
import { db } from './db';
import { demoSites } from './demo-sites';
import { sandboxEnv } from './env';
import type { Site } from './generated/client';
import { isObject } from './json';

export type { Site };

/** The merchant that the demo's shop is. */
export const [demoSite] = demoSites;

/** AutoPay is enabled site by site: in the demo, for its shop alone. */
const noAutopay = { autopayUrl: null, autopayUser: null, autopayPassword: null };

/**
 * Upserts the sites of this list, so that a new start brings what the list and the environment say, but for what an
 * operator changed while the gateway ran: that stays until it is changed again.
 */
export async function ensureSites(): Promise<void> {
  const { notificationUrl, autopay } = sandboxEnv();
  const kept = await db().site.findMany({ select: { login: true, changes: true } });
  const changesOf = new Map(kept.map(({ login, changes }) => [login, isObject(changes) ? changes : {}]));
  for (const site of demoSites) {
    const lists = { currencies: [...site.currencies], methods: [...site.methods] };
    const row = { ...site, ...lists, notificationUrl, ...(site === demoSite ? autopay : noAutopay) };
    const update = { ...row, ...changesOf.get(site.login) };
    await db().site.upsert({ where: { login: site.login }, create: row, update });
  }
}

/** How and where a site is notified and asked, and its own answers to what the documentation leaves open. */
export type SiteChanges = {
  signature?: string | undefined;
  notificationUrl?: string | null | undefined;
  autopayUrl?: string | null | undefined;
  autopayUser?: string | undefined;
  autopayPassword?: string | undefined;
  switches?: object | undefined;
};

/** Lasts over a restart. False when there is no such site. */
export async function changeSite(login: string, changes: SiteChanges): Promise<boolean> {
  const text = JSON.stringify(changes);
  const { count } = await db().site.updateMany({ where: { login }, data: JSON.parse(text) });
  // Added to the earlier ones where they are, so that of two at the same time none is lost.
  await db().$executeRaw`
    UPDATE "Site" SET "changes" = ("changes"::jsonb || ${text}::jsonb)::json WHERE "login" = ${login}`;
  return count === 1;
}

/** The site is again what the list and the environment say. False when there is no such site. */
export async function restoreSite(login: string): Promise<boolean> {
  const { count } = await db().site.updateMany({ where: { login }, data: { changes: {}, switches: {} } });
  if (count === 1) await ensureSites();
  return count === 1;
}

/** `hasRules`: is there any fault rule, of whomever? Without one nobody need look for those of a call. */
export type Found = { site: Site; hasRules: boolean };

/** Null for a login that nobody has. The demo's sites are there from the first question on. */
export async function findSite(login: string): Promise<Found | null> {
  const found = await readSite(login);
  if (found || !demoSites.some((site) => site.login === login)) return found;
  await ensureSites();
  return readSite(login);
}

/** Every call of the API begins here, so the clock is read in the same question. */
async function readSite(login: string): Promise<Found | null> {
  const turns = clockTurns();
  const [row] = await db().$queryRaw<(Site & ClockRow & { hasRules: boolean })[]>`
    SELECT s.*, c."offsetMs", c."frozenAt", EXISTS (SELECT 1 FROM "Fault") AS "hasRules"
    FROM "Site" s LEFT JOIN "Clock" c ON c."id" = 1
    WHERE s."login" = ${login}`;
  if (!row) return null;
  const { offsetMs, frozenAt, hasRules, ...site } = row;
  adoptClock({ offsetMs, frozenAt }, turns);
  return { site, hasRules };
}
