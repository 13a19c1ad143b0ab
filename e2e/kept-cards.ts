import { expect } from '@playwright/test';
import { wallet } from '@/lib/dictionaries/wallet';
import { comeBack, expectLed, payByPost } from './by-post';
import type { Card } from './cards';
import { post, readForm } from './forms';
import type { Shopper } from './shopper';

/** To the gateway, which is told who pays because the account knows no document, and back with one card more. */
export async function keepCard(shopper: Shopper, card: Card, from = '/wallet'): Promise<void> {
  const { page, payment, person, locale } = shopper;
  const texts = wallet[locale];
  await shopper.open(from);
  await page.getByRole('button', { name: texts.add }).click();
  const { name, surname, document, email } = person;
  await page.locator('input[name="email"]').fill(email);
  await payment.payButton.click();
  await payment.fillCard(card);
  for (const [field, text] of Object.entries({ name, surname, document, phone: '3005550199' }))
    await page.locator(`input[name="${field}"]`).fill(text);
  await page.locator('select[name="documentType"]').selectOption('CC');
  const consent = page.locator('input[name="consent"]');
  if (await consent.isVisible()) await consent.check();
  await payment.payButton.click();
  await payment.returnToShop();
  await expect(page.getByText(texts.arrivals.kept)).toBeVisible();
}

/** The same by the posts of the forms: the owner has one card more, and nothing was drawn. */
export async function haveCard(shopper: Shopper, card: Card): Promise<void> {
  const { person, locale } = shopper;
  const asked = await readForm(shopper, '/wallet', wallet[locale].add);
  const address = await expectLed(await post(shopper, asked, {}));
  const email = await readForm(shopper, address, 'name="email"');
  const sent = { set: { email: person.email }, origin: shopper.watch.place.gateway };
  await expectLed(await post(shopper, email, sent));
  const { name, surname, document } = person;
  const holder = { name, surname, document, documentType: 'CC', phone: '3005550199' };
  await comeBack(shopper, await payByPost(shopper, address, { card, ...holder, consent: 'on' }));
}
