import type { Locator, Page } from '@playwright/test';
import { cards, cvv } from './cards';
import { expect, test } from './fixtures';
import { createSession, querySession } from './merchant';

/** What the payment page asks besides the card: how much of a payment in parts, and whether the card is kept. */

const origin = 'https://shop.example';

async function fillCard(page: Page) {
  await page.getByLabel('Card number').fill(cards.approved);
  await page.getByLabel('Expiry date').fill('12/30');
  await page.getByLabel('CVV', { exact: true }).fill(cvv);
}

async function payPart(page: Page, amount: string) {
  await fillCard(page);
  await page.getByLabel('How much you pay now').fill(amount);
  await page.getByRole('button', { name: 'Pay this amount' }).click();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled, viewport: { width: 360, height: 740 } });

    test('a payment in parts takes what the payer chooses, until nothing is left', async ({
      page,
      place,
    }) => {
      const { requestId, processUrl } = await createSession(place, {
        origin,
        payment: { allowPartial: true },
      });
      await page.goto(processUrl);
      await payPart(page, '99999999');
      await expect(
        page.getByText('Enter an amount between the minimum and what remains to be paid.'),
      ).toBeVisible();
      await payPart(page, '15000');
      await expect(
        page.getByText('We received $15,000.00 COP. $30,000.00 COP is left to pay.'),
      ).toBeVisible();
      const summary = page.getByRole('complementary');
      await expect(summary).toContainText(/Left to pay\s*\$30,000.00 COP/);
      await expect(summary).toContainText('Paid: $15,000.00 COP of $45,000.00 COP.');
      expect(await querySession(place, requestId)).toMatchObject({
        status: { status: 'APPROVED_PARTIAL', reason: 'P0' },
      });
      await payPart(page, '30000');
      await expect(page.getByRole('heading', { level: 1, name: 'Transaction approved' })).toBeVisible();
      expect(await querySession(place, requestId)).toMatchObject({
        status: { status: 'APPROVED' },
        payment: [{ amount: { from: { total: 30000 } } }, { amount: { from: { total: 15000 } } }],
      });
    });

    for (const agrees of [true, false]) {
      test(`a card is ${agrees ? 'kept when' : 'not kept unless'} the payer agrees`, async ({
        page,
        place,
      }) => {
        const { requestId, processUrl } = await createSession(place, {
          origin,
          payment: { subscribe: true },
        });
        await page.goto(processUrl);
        const consent = page.getByRole('checkbox', { name: /keeping your details/ });
        await expect(consent).not.toBeChecked();
        await fillCard(page);
        if (agrees) await consent.check();
        await page.getByRole('button', { name: /^Pay / }).click();
        await expect(page.getByRole('heading', { level: 1, name: 'Transaction approved' })).toBeVisible();
        expect(await querySession(place, requestId)).toMatchObject({
          status: { status: 'APPROVED' },
          subscription: agrees ? { type: 'token' } : null,
        });
      });
    }
  });
}

test('the card page is paid with the keyboard alone', async ({ page, place }) => {
  const { requestId, processUrl } = await createSession(place, { origin });
  await page.goto(processUrl);
  const type = async (label: string, text: string) => {
    await tabTo(page.getByLabel(label, { exact: true }));
    await page.keyboard.type(text);
  };
  await tabTo(page.locator('summary', { hasText: 'Test cards' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: /0081/ }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await type('Card number', cards.approved);
  await type('Expiry date', '12/30');
  await type('CVV', cvv);
  await tabTo(page.getByRole('button', { name: /^Pay / }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Transaction approved' })).toBeVisible();
  await tabTo(page.getByRole('link', { name: 'Back to the shop' }));
  expect(await querySession(place, requestId)).toMatchObject({ status: { status: 'APPROVED' } });
});

/** Goes on by the Tab key until this has the focus. */
async function tabTo(target: Locator): Promise<void> {
  const page = target.page();
  for (let stops = 0; stops < 60; stops += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error('The Tab key never gets there.');
}
