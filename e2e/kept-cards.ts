import { expect } from '@playwright/test';
import { wallet } from '@/lib/dictionaries/wallet';
import type { Card } from './cards';
import type { Shopper } from './shopper';

/** To the gateway, which is told who pays because the account knows no document, and back with one card more. */
export async function keepCard(shopper: Shopper, card: Card): Promise<void> {
  const { page, payment, person, locale } = shopper;
  const texts = wallet[locale];
  await shopper.open('/wallet');
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
