import type { Page } from '@playwright/test';
import { expectAccessible } from './axe';
import { payByPost } from './by-post';
import { expect, test } from './fixtures';
import { enter } from './gateway-room';
import { createSession } from './merchant';

/** The gateway's control room in a browser: with and without JavaScript, narrow, and in both languages. */
const seenAs = [
  { language: 'en', javaScriptEnabled: true },
  { language: 'es', javaScriptEnabled: false },
] as const;

const origin = 'http://127.0.0.1:1';

/** The way from list to list, which the door does not have. */
const roomNames = /^(Sala de control|Control room)$/;
const insideOnly = /<nav aria-label="(Sala de control|Control room)"/;

const lists = ['transactions', 'tokens', 'recurrences', 'deliveries', 'faults', 'clock'];

for (const { language, javaScriptEnabled } of seenAs) {
  test.describe(`${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript, 360 px`, () => {
    test.use({ javaScriptEnabled, viewport: { width: 360, height: 740 } });

    test('a pending payment is approved by hand, and its notification replayed', async ({
      page,
      place,
      watch,
      shopper,
    }) => {
      const { requestId, reference, processUrl } = await createSession(place, { origin });
      await payByPost(shopper, processUrl, { card: 'pendingThenRefused' });
      await enter(page, { place, watch }, language);
      await page.getByRole('searchbox').fill(reference);
      await page.getByRole('button', { name: /^(Buscar|Search)$/ }).click();
      await page.getByRole('link', { name: String(requestId) }).click();
      await page.getByRole('button', { name: /^(Aprobar|Approve)$/ }).click();
      await expect(page.getByText('APPROVED 00').first()).toBeVisible();
      const deliveries = page.getByRole('article');
      await expect(deliveries).toHaveCount(1);
      await expect(deliveries.getByText(new RegExp(`^${requestId}APPROVED.*•$`))).toBeVisible();
      await page.getByRole('button', { name: /^(Repetir tal cual|Replay as it is)$/ }).click();
      await expect(deliveries).toHaveCount(2);
      await page.getByRole('button', { name: /^(Falsificar|Tamper)$/ }).click();
      await expect(deliveries).toHaveCount(3);
      expect(await page.content()).not.toContain(place.env.PLACETOPAY_SECRET_KEY);
    });

    test('an order for cash is marked as paid by a button', async ({ page, place, watch }) => {
      const expiration = new Date(Date.now() + 3_600_000).toISOString();
      const cash = { origin, paymentMethod: 'ath', expiration };
      const { requestId, processUrl } = await createSession(place, cash);
      await page.goto(processUrl);
      await page.getByRole('button', { name: 'Get the payment order' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Cash payment order' })).toBeVisible();
      await enter(page, { place, watch }, language);
      await page.getByRole('link', { name: String(requestId) }).click();
      await page.getByRole('button', { name: /^(Marcar como pagada|Mark as paid)$/ }).click();
      await expect(page.getByText('APPROVED 00').first()).toBeVisible();
      await page.goto(processUrl);
      await expect(page.getByRole('heading', { level: 1, name: 'Transaction approved' })).toBeVisible();
    });

    test('a token is invalidated, a repetition cancelled, and what was told is told again', async ({
      page,
      place,
      watch,
      shopper,
    }) => {
      const recurring = { periodicity: 'M', interval: 1, maxPeriods: -1 };
      const { reference, processUrl } = await createSession(place, {
        origin,
        payment: { subscribe: true, recurring },
      });
      await payByPost(shopper, processUrl, { consent: 'on' });
      await enter(page, { place, watch }, language);
      const find = async (list: RegExp) => {
        await page.getByRole('navigation').getByRole('link', { name: list }).click();
        await expect(page.getByRole('heading', { level: 1, name: list })).toBeVisible();
        await page.getByRole('searchbox').fill(reference);
        await page.getByRole('button', { name: /^(Buscar|Search)$/ }).click();
        await expect(page).toHaveURL(new RegExp(`search=${reference}`));
      };
      await find(/^(Transacciones|Transactions)$/);
      await expect(page.getByRole('row').filter({ hasText: reference })).toHaveCount(1);
      if (javaScriptEnabled) await expectAccessible(page);
      await find(/^Tokens$/);
      await expect(page.getByRole('cell', { name: /^[0-9a-f]{4}••••[0-9a-f]{4}$/ })).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByRole('button', { name: /^(Invalidar|Invalidate) / }).click();
      await expect(page.getByRole('status')).toHaveText(/^Token (invalidado|invalidated):/);
      await find(/^(Cobros repetidos|Repeated charges)$/);
      const repeated = page.getByRole('article').filter({ hasText: reference });
      await expect(repeated).toContainText(/cada mes|every month/);
      if (javaScriptEnabled) await expectAccessible(page);
      await repeated
        .getByRole('button', { name: /^(Cancelar la repetición|Cancel the repetition)$/ })
        .click();
      await expect(page.getByRole('status')).toHaveText(/^(Repetición cancelada|Repetition cancelled):/);
      await find(/^(Notificaciones|Notifications)$/);
      const rows = page.getByRole('row').filter({ hasText: reference });
      await expect(rows).toHaveCount(1);
      if (javaScriptEnabled) await expectAccessible(page);
      await rows.getByRole('button').click();
      await expect(page.getByRole('status')).toHaveText(/^(Repetida|Replayed),/);
      await find(/^(Notificaciones|Notifications)$/);
      await expect(rows).toHaveCount(2);
    });

    test('a fault is added and taken away, and every page is in order', async ({ page, place, watch }) => {
      const { requestId } = await createSession(place, { origin });
      await enter(page, { place, watch }, language);
      if (javaScriptEnabled) await expectAccessible(page);
      await page.goto(`${place.gateway}/sandbox/control/sessions/${requestId}?lang=${language}`);
      await page.getByLabel(/^(Qué pasa|What happens)$/).selectOption('status');
      await page.getByLabel(/^(Cuánto o cuál|How much, or which)$/).fill('503');
      await page.getByRole('button', { name: /^(Agregar|Add)$/ }).click();
      await expect(page.getByRole('status')).toHaveText(/^(Falla agregada|Fault added)\.$/);
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByRole('button', { name: /^(Quitar|Remove) \d+$/ }).click();
      await expect(page.getByRole('status')).toHaveText(/^(Falla quitada|Fault removed)\.$/);
      for (const path of lists) {
        const address = `${place.gateway}/sandbox/control/${path}?lang=${language}`;
        if (!javaScriptEnabled) {
          // Drawn in the other language, and here as it is sent: the room, and not its door.
          expect(await (await page.request.get(address)).text(), path).toMatch(insideOnly);
          continue;
        }
        await page.goto(address);
        await expect(page.getByRole('navigation', { name: roomNames })).toBeVisible();
        const current = page.getByRole('navigation', { name: roomNames }).locator('[aria-current="page"]');
        await expect(current).toHaveAttribute('href', new RegExp(`/control/${path}\\?`));
        await expect(current).toHaveCSS('font-weight', '600');
        await expectNothingCut(page);
        await expectAccessible(page);
      }
    });

    test('the clock is told to people, and exactly to programs', async ({ page, place, watch }) => {
      await enter(page, { place, watch }, language);
      await page.goto(`${place.gateway}/sandbox/control/clock?lang=${language}`);
      const clock = page.getByRole('time');
      await expect(clock).toHaveAttribute('datetime', /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
      await expect(clock).toHaveText(/\d, \d{1,2}:\d\d\s([ap]\.\sm\.|[AP]M)$/);
    });

    test('a payment by PSE has no digits of a card, and its row is read without scrolling', async ({
      page,
      place,
      watch,
    }) => {
      const { reference, processUrl } = await createSession(place, { origin, paymentMethod: 'pse' });
      await page.goto(processUrl);
      await page.locator('select[name="bank"]').selectOption('9999');
      await page.locator('main form').getByRole('button').click();
      await expect(page).toHaveURL(/\/sandbox\/bank\//);
      await enter(page, { place, watch }, language);
      await page.goto(`${place.gateway}/sandbox/control/transactions?lang=${language}&search=${reference}`);
      const row = page.getByRole('row').filter({ hasText: reference });
      await expect(row.getByRole('cell', { name: /PSE/ })).not.toContainText('•');
      await expectNothingCut(page);
    });
  });
}

/** On a narrow screen the rows of a table are cards: nothing of them lies beyond an edge. */
async function expectNothingCut(page: Page): Promise<void> {
  const cut = (regions: Element[]) =>
    regions.filter((one) => one.scrollWidth > one.clientWidth + 1).map(({ ariaLabel }) => ariaLabel);
  expect(await page.getByRole('region').evaluateAll(cut), page.url()).toEqual([]);
}

test('without the key there is a door and nothing else', async ({ page, place }) => {
  const { requestId, reference } = await createSession(place, { origin });
  for (const path of ['', ...lists.map((name) => `/${name}`)]) {
    const told = await (await page.request.get(`${place.gateway}/sandbox/control${path}?lang=en`)).text();
    expect(told, path).toContain('Enter the control room');
    expect(told, path).not.toMatch(insideOnly);
    expect(told, path).not.toContain(reference);
  }
  await page.goto(`${place.gateway}/sandbox/control/sessions/${requestId}?lang=en`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Enter the control room');
  expect(await page.content()).not.toContain(reference);
  await page.getByLabel('Control key').fill('a wrong key');
  await page.getByRole('button', { name: 'Enter' }).click();
  await expect(page.getByRole('alert').filter({ hasText: /./ })).toHaveText('That is not the control key.');
  await expectAccessible(page);
});
