import 'server-only';
import { db } from './db';
import { sandboxEnv } from './env';
import type { Site } from './generated/client';

export type { Site };

const long = new Date('2020-01-01T00:00:00Z');

const methods = [
  'visa',
  'master',
  'diners',
  'amex',
  'discover',
  'maestro',
  'somos',
  'codensa',
  'cafam',
  'exito',
];

const colombia = {
  country: 'CO',
  locale: 'es_CO',
  currencies: ['COP', 'USD', 'EUR'],
  methods: [...methods, 'alkosto', 'ath_card', 'ebt', 'alia', 'visa_electron'],
  supportEmail: 'hola@ladera.example',
};

/** The demo's merchant, and one for each way in which a site can be broken. Secrets begin with `sbx_`. */
const sites = [
  {
    ...colombia,
    login: '5a1e7c3b9d2f4e6081c7a9b3d5f20e64',
    secretKey: 'sbx_Ladera2026Demo',
    name: 'Ladera',
  },
  {
    ...colombia,
    login: '10400000000000000000000000000104',
    secretKey: 'sbx_Inactive104Dem',
    name: 'Inactive site',
    active: false,
  },
  {
    ...colombia,
    login: '10500000000000000000000000000105',
    secretKey: 'sbx_Expired105Demo',
    name: 'Expired site',
    expiresAt: long,
  },
  {
    ...colombia,
    login: '10600000000000000000000000000106',
    secretKey: 'sbx_Credential106D',
    name: 'Expired credentials',
    credentialsExpireAt: long,
  },
] as const;

/** The merchant that the demo's shop is. */
export const [demoSite] = sites;

/** Upserts the sites of this list, so that a new start brings what the list says and keeps everything else. */
export async function ensureSites(): Promise<void> {
  const { notificationUrl } = sandboxEnv();
  for (const site of sites) {
    const row = { ...site, currencies: [...site.currencies], methods: [...site.methods], notificationUrl };
    await db().site.upsert({ where: { login: site.login }, create: row, update: row });
  }
}

/** Null for a login that nobody has. The demo's sites are there from the first question on. */
export async function findSite(login: string): Promise<Site | null> {
  const found = await db().site.findUnique({ where: { login } });
  if (found || !sites.some((site) => site.login === login)) return found;
  await ensureSites();
  return db().site.findUnique({ where: { login } });
}
