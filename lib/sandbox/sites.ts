import 'server-only';
import { db } from './db';
import { demoSites } from './demo-sites';
import { sandboxEnv } from './env';
import type { Site } from './generated/client';

export type { Site };

/** The merchant that the demo's shop is. */
export const [demoSite] = demoSites;

/** Upserts the sites of this list, so that a new start brings what the list says and keeps everything else. */
export async function ensureSites(): Promise<void> {
  const { notificationUrl } = sandboxEnv();
  for (const site of demoSites) {
    const row = { ...site, currencies: [...site.currencies], methods: [...site.methods], notificationUrl };
    await db().site.upsert({ where: { login: site.login }, create: row, update: row });
  }
}

/** Null for a login that nobody has. The demo's sites are there from the first question on. */
export async function findSite(login: string): Promise<Site | null> {
  const found = await db().site.findUnique({ where: { login } });
  if (found || !demoSites.some((site) => site.login === login)) return found;
  await ensureSites();
  return db().site.findUnique({ where: { login } });
}
