import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { db } from './db';
import { demoSites } from './demo-sites';
import { openHosted } from './hosted';
import { ensureSites } from './sites';
import { call, cards, demo, order, sign } from './testing/calls';
import { pay, setStage, until, type Stage } from './testing/stage';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterEach(() => {
  stage.merchant.received.length = 0;
});
afterAll(() => stage.close());

const siteOf = (country: string) => {
  const site = demoSites.find((one) => one.country === country);
  if (!site) throw new Error(country);
  return site;
};

async function openAt(country: string, currency: string, total = 5000) {
  const site = siteOf(country);
  const expiration = new Date(Date.now() + 3_600_000).toISOString();
  const request = order({ locale: undefined, expiration }, { amount: { currency, total } });
  const answer = await call(`${stage.base}/api/session`, request, sign(site));
  const { requestId, processUrl } = answer as unknown as { requestId: number; processUrl: string };
  return { answer, session: { requestId, key: String(processUrl).split('/').at(-1) ?? '' } };
}

test.each([
  ['CO', 'COP', 'es_CO', 'CC'],
  ['EC', 'USD', 'es_EC', 'CI'],
  ['PR', 'USD', 'es_PR', 'EIN'],
  ['CL', 'CLP', 'es_CL', 'CLRUT'],
  ['CR', 'CRC', 'es_CR', 'CRCPF'],
  ['UY', 'UYU', 'es_UY', 'UYCI'],
])(
  'GW-SITE-01 %s charges %s, speaks %s and asks for %s and its kin',
  async (country, currency, locale, type) => {
    const { session } = await openAt(country, currency);
    const opened = await openHosted(session.requestId, session.key);
    expect(opened).toMatchObject({
      kind: 'open',
      session: { locale, site: { country }, methods: siteOf(country).methods, amount: { currency } },
    });
    const codes = 'session' in opened ? opened.session.documentTypes.map(({ code }) => code) : [];
    expect(codes).toContain(type);
  },
);

test('GW-SITE-02 a currency that the site does not charge is refused', async () => {
  const { answer } = await openAt('CL', 'COP');
  expect(answer).toMatchObject({ http: 400, status: { reason: 'request_not_valid' } });
});

test.each([
  ['CR', 'CRC', /^[0-9a-f]{40}$/],
  ['EC', 'USD', /^sha256:[0-9a-f]{64}$/],
])('GW-SITE-03 the site of %s is told with its own signature', async (country, currency, shape) => {
  const { session } = await openAt(country, currency);
  const { login } = siteOf(country);
  const person = { person: { documentType: 'PPN', document: 'AB1234' } };
  expect(await pay(session, cards.approved, person)).toMatchObject({ ok: true, kind: 'approved' });
  await until('the merchant is told', () => stage.merchant.toldOf(session.requestId).length > 0);
  expect(stage.merchant.toldOf(session.requestId)).toMatchObject([
    { signature: expect.stringMatching(shape) },
  ]);
  expect((await db().site.findUnique({ where: { login } }))?.notificationUrl).toBe(stage.merchant.url);
});

test('GW-SITE-04 the attempts limit is the site’s', async () => {
  const { session } = await openAt('CL', 'CLP');
  const person = { person: { documentType: 'PPN', document: 'AB1234' } };
  for (let tries = 0; tries < 3; tries += 1) await pay(session, cards.refused, person);
  const { status } = await call(`${stage.base}/api/session/${session.requestId}`, {}, sign(siteOf('CL')));
  expect(status).toMatchObject({ status: 'REJECTED', reason: 'XN' });
});

test('GW-SITE-05 every secret of the demo says that it is one', () => {
  for (const { login, secretKey } of demoSites) {
    expect(login).toMatch(/^[0-9a-f]{32}$/);
    expect(secretKey).toMatch(/^sbx_\w{8,}$/);
  }
  expect(new Set(demoSites.map(({ login }) => login)).size).toBe(demoSites.length);
});

test('GW-SITE-06 what was changed of a site lasts over a new start, until it is restored', async () => {
  const { login } = demo;
  const change = (body: object) => stage.control('POST', 'sites', { login, ...body });
  const site = async () => {
    await ensureSites(); // What a start does.
    const { signature, notificationUrl, switches } = await db().site.findUniqueOrThrow({ where: { login } });
    return { signature, notificationUrl, switches };
  };
  await change({ signature: 'sha1' });
  await change({ notificationUrl: 'http://localhost:8000/notify' });
  await change({ switches: { secondCapture: 'accept' } });
  const changed = {
    signature: 'sha1',
    notificationUrl: 'http://localhost:8000/notify',
    switches: { secondCapture: 'accept' },
  };
  expect(await site()).toEqual(changed);
  await change({ notificationUrl: null });
  expect(await site()).toEqual({ ...changed, notificationUrl: null });
  expect((await change({ restore: true })).http).toBe(200);
  expect(await site()).toEqual({
    signature: 'sha256',
    notificationUrl: stage.merchant.url,
    switches: {},
  });
  expect((await stage.control('POST', 'sites', { login: 'nobody', restore: true })).http).toBe(404);
});
