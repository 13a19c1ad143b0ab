import type { Page } from '@playwright/test';
import { expectAccessible } from './axe';
import { cards, cvv } from './cards';
import { expect, test } from './fixtures';
import { createSession, querySession } from './merchant';

/** The gateway's page of an automatic payment: terms first, then the card; and its place in the control room. */

const origin = 'https://shop.example';

const terms = {
  action: 'CREATE',
  reference: 'E2E-CLUB',
  description: 'Coffee club',
  dueDay: 15,
  recurring: {
    type: 'FIXED',
    periodicity: 'M',
    interval: '1',
    nextPayment: '2099-01-05',
    dueDate: '2099-12-31',
  },
  amount: { currency: 'COP', total: 45000 },
};

async function giveCard(page: Page, button: string, card: keyof typeof cards) {
  await page.getByLabel('Card number').fill(cards[card]);
  await page.getByLabel('Expiry date').fill('12/30');
  await page.getByLabel('CVV', { exact: true }).fill(cvv);
  await page.getByRole('button', { name: button }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Transaction approved' })).toBeVisible();
}

async function idOf(place: Parameters<typeof querySession>[0], requestId: number): Promise<string> {
  const { autopay } = (await querySession(place, requestId)) as { autopay: { id: string }[] };
  return autopay[0]?.id ?? '';
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled, viewport: { width: 360, height: 740 } });

    test('GW-AUTOPAY-45 the payer accepts the terms, gives a card, and gives another one later', async ({
      page,
      place,
      watch,
    }) => {
      const { requestId, processUrl } = await createSession(place, {
        origin,
        type: 'autopay',
        autopay: terms,
      });
      await page.goto(processUrl);
      await expect(
        page.getByRole('heading', { level: 1, name: 'Review and accept the automatic payment' }),
      ).toBeVisible();
      const facts = page.getByRole('main');
      for (const words of [
        'Coffee club',
        '$45,000.00 COP',
        'Every month',
        'January 5, 2099',
        'December 31, 2099',
      ])
        await expect(facts.getByText(words)).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByRole('button', { name: 'Continue with the card' }).click();
      await expect(page.getByText('To go on, tick the box with which you accept the terms.')).toBeVisible();
      await page.getByRole('checkbox', { name: /I accept/ }).check();
      await page.getByRole('button', { name: 'Continue with the card' }).click();
      await giveCard(page, 'Authorise the automatic payment', 'approved');
      await expect(page.getByText(/Nothing was charged today. Next charge: January 5, 2099/)).toBeVisible();
      const id = await idOf(place, requestId);

      const autopay = { action: 'EDIT', id, reference: terms.reference, description: 'Anything else' };
      const edited = await createSession(place, { origin, type: 'autopay', autopay });
      await page.goto(edited.processUrl);
      await expect(
        page.getByRole('heading', { level: 1, name: 'Change the card of the automatic payment' }),
      ).toBeVisible();
      await expect(facts.getByText('Coffee club')).toBeVisible();
      await page.getByRole('checkbox', { name: /I accept/ }).check();
      await page.getByRole('button', { name: 'Continue with the card' }).click();
      await giveCard(page, 'Use this card', 'approved');
      expect(await idOf(place, edited.requestId)).toBe(id);

      watch.mayTell(place.env.PLACETOPAY_SECRET_KEY ?? '');
      await page.goto(`${place.gateway}/sandbox?lang=en`);
      await page.getByLabel('Control key').fill(place.env.SANDBOX_CONTROL_KEY ?? '');
      await page.getByRole('button', { name: 'Enter' }).click();
      await page.goto(`${place.gateway}/sandbox/control/autopays?lang=en&search=${id}`);
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByRole('link', { name: 'E2E-CLUB' }).click();
      await expect(page.getByText('APPROVED 00')).toBeVisible();
      await page.getByRole('button', { name: 'Charge now' }).click();
      await expect(page.getByText('What came next of this automatic payment is done.')).toBeVisible();
      await expect(page.getByRole('cell', { name: 'charged', exact: true })).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByRole('button', { name: 'Cancel for ever' }).click();
      await expect(page.getByText('REJECTED ?C')).toBeVisible();
    });
  });
}
