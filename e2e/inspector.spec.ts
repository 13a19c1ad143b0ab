import type { Locator, Page } from '@playwright/test';
import { inspector } from '@/lib/dictionaries/inspector';
import type { Locale } from '@/lib/domain/locale';
import { removed, showRecorded } from '@/lib/domain/redacted';
import { expectAccessible } from './axe';
import { payByPost } from './by-post';
import { expect, test } from './fixtures';

const region = (page: Page, locale: Locale = 'es') =>
  page.getByRole('region', { name: inspector[locale].title });

/** The message of the newest call or notification to this address, opened. */
async function openMessage(page: Page, path: RegExp, locale: Locale = 'es'): Promise<Locator> {
  const message = region(page, locale)
    .getByRole('listitem')
    .filter({ has: page.locator('summary', { hasText: path }) });
  await message.first().locator('summary').first().click();
  return message.first();
}

/** What a Spanish page shows where something was taken out. */
const hidden = showRecorded(removed, 'es');

const json = async (message: Locator, title: string): Promise<unknown> =>
  JSON.parse(await message.getByRole('group', { name: title, exact: true }).innerText());

test('what the inspector shows is what the gateway was sent, word by word', async ({
  page,
  shopper,
  gateway,
}) => {
  const { orderId, requestId } = await shopper.haveOpenPayment();
  await shopper.openOrder(orderId);
  const call = await openMessage(page, /POST \/api\/session\s*(200|$)/);
  const shown = (await json(call, inspector.es.request)) as Record<string, unknown>;
  const { auth, ...content } = shown;
  const received = await gateway.received(requestId);
  expectSame(content, received, 'request');
  expect(Object.keys(content).filter((name) => !(name in received))).toEqual([]);
  expect(auth).toMatchObject({ login: shopper.watch.place.env.PLACETOPAY_LOGIN });

  const reply = await json(call, inspector.es.reply);
  expect(reply).toMatchObject({ status: { status: 'OK' }, requestId, processUrl: hidden });
});

/**
 * Every field the gateway keeps was shown, and says the same, unless it was taken out before it was kept. The gateway adds
 * what it assumes (`false`), and keeps some numbers as text.
 */
function expectSame(shown: unknown, received: unknown, path: string): void {
  if (shown === hidden || (shown === undefined && received === false)) return;
  if (typeof received !== 'object' || received === null) {
    const isMoment = typeof received === 'string' && /^\d{4}-\d\d-\d\dT/.test(received);
    if (isMoment) expect.soft(Date.parse(String(shown)), path).toBe(Date.parse(received));
    else expect.soft(String(shown), path).toBe(String(received));
    return;
  }
  for (const [name, value] of Object.entries(received))
    expectSame((shown as Record<string, unknown> | undefined)?.[name], value, `${path}.${name}`);
}

test('a call says what it meant, how it was signed, and how to repeat it', async ({ page, shopper }) => {
  const { orderId } = await shopper.havePaid();
  await shopper.openOrder(orderId);
  await shopper.expectStanding('paid');
  const texts = inspector.es;
  const call = await openMessage(page, /\/api\/session\/\d+/);
  await expect(call).toContainText(texts.operations.query);
  await expect(call).toContainText(texts.outcomes.approved);
  const { auth } = (await json(call, texts.request)) as { auth: Record<string, string> };
  expect(auth.nonce).toMatch(/^\S{4}…$/);
  expect(auth.tranKey).toMatch(/^\S{4}…$/);
  for (const step of [
    texts.tranKey.nonce(auth.nonce ?? ''),
    texts.tranKey.seed(auth.seed ?? ''),
    texts.tranKey.joined,
    texts.tranKey.hashed(auth.tranKey ?? ''),
  ])
    await expect(call.getByRole('listitem').filter({ hasText: step })).toHaveCount(1);

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  for (const language of ['curl', 'TypeScript', 'PHP', 'Python', 'C#']) {
    await call.locator('summary').getByText(language, { exact: true }).click();
    const code = await call.getByRole('group', { name: language, exact: true }).innerText();
    expect(code, language).toContain('YOUR_SECRET_KEY');
    await call.getByRole('button', { name: `${texts.code.copy} ${language}`, exact: true }).click();
    await expect(call.getByText(texts.code.copied, { exact: true }).last()).toBeVisible();
    expect((await page.evaluate(() => navigator.clipboard.readText())).trim(), language).toBe(code.trim());
  }
});

test('a genuine notification and a forged one stand in the list, each with its signature explained', async ({
  page,
  shopper,
  gateway,
}) => {
  const { orderId, requestId, address } = await shopper.haveOpenPayment();
  await gateway.notify(requestId, 'badSignature');
  await payByPost(shopper, address);
  expect(await gateway.notified(requestId)).toMatchObject({ httpStatus: 200 });
  const texts = inspector.es;
  const rows = region(page)
    .getByRole('listitem')
    .filter({ has: page.locator('summary', { hasText: texts.notification }) });
  await expect(async () => {
    await shopper.openOrder(orderId);
    await expect(rows).toHaveCount(2, { timeout: 1_000 });
  }).toPass();

  const genuine = rows.filter({ hasText: texts.accepted });
  await genuine.locator('summary').click();
  await expect(genuine).toContainText(`${requestId}APPROVED`);
  await expect(genuine).toContainText('********');
  await expect(genuine).toContainText(texts.signature.fits);
  const { body } = await gateway.notified(requestId);
  const { signature = '' } = JSON.parse(body) as { signature?: string };
  const digest = signature.replace('sha256:', '');
  await expect(genuine).toContainText(texts.signature.given(`${digest.slice(0, 8)}…`));
  await expect(genuine).not.toContainText(digest.slice(0, 12));

  const forged = rows.filter({ hasText: texts.refused });
  await forged.locator('summary').click();
  await expect(forged).toContainText(texts.signature.differs);
});

test('without JavaScript the messages open all the same', async ({ browser, page, shopper }) => {
  const { orderId } = await shopper.haveOpenPayment();
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const plain = await context.newPage();
  await plain.goto(shopper.at(`/orders/${orderId}`));
  const call = await openMessage(plain, /POST \/api\/session/);
  await expect(call.getByText(inspector.es.operations.create)).toBeVisible();
  await call.locator('summary').getByText('PHP', { exact: true }).click();
  await expect(call.getByRole('group', { name: 'PHP', exact: true })).toContainText('base64_encode');
  await expect(call.getByRole('button')).toHaveCount(0);
  await context.close();
});

test('the file for support is the owner’s, and nobody else’s', async ({ page, shopper, somebodyElse }) => {
  const { orderId } = await shopper.haveOpenPayment();
  await shopper.openOrder(orderId);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: inspector.es.download }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^LAD-[A-Z0-9]+\.json$/);
  const file = await page.context().request.get(shopper.at(`/orders/${orderId}/support`));
  const text = await file.text();
  expect(JSON.parse(text)).toMatchObject({
    attempts: [{ status: 'PENDING' }],
    messages: [{ path: '/api/session' }],
  });
  const { env } = shopper.watch.place;
  const { document, email, phone, street } = shopper.person;
  for (const secret of [
    document,
    email,
    phone,
    street,
    env.PLACETOPAY_SECRET_KEY ?? '-',
    env.AUTH_SECRET ?? '-',
  ])
    expect(text).not.toContain(secret);

  const other = await somebodyElse();
  await other.haveAccount();
  for (const path of [`/orders/${orderId}/support`, `/orders/${orderId}/messages`]) {
    const answer = await other.page.context().request.get(other.at(path));
    expect(answer.status(), path).toBe(404);
    expect(await answer.text(), path).not.toContain('/api/session');
  }
});

test.describe('in English', () => {
  test.use({ language: 'en' });

  test('opened messages have no barrier', async ({ page, shopper }) => {
    const { orderId } = await shopper.havePaid();
    await shopper.open(`/orders/${orderId}/messages`);
    for (const path of [/POST \/api\/session\s*(200|$)/, /\/api\/session\/\d+/]) {
      const call = await openMessage(page, path, 'en');
      await call.locator('summary').getByText('curl', { exact: true }).click();
    }
    await expectAccessible(page);
  });
});
