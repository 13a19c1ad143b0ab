import { expect, type Page } from '@playwright/test';
import { cards, cvv } from './cards';
import type { Place } from './servers';
import type { Watch } from './watch';

/** The gateway's control room, and a payer at one of its English pages of a merchant that is not our shop. */

/** Through the door, to the list of sessions. */
export async function enter(
  page: Page,
  { place, watch }: { place: Place; watch: Watch },
  language: 'es' | 'en',
) {
  watch.mayTell(place.env.PLACETOPAY_SECRET_KEY ?? '');
  await page.goto(`${place.gateway}/sandbox?lang=${language}`);
  await page.getByLabel(/^(Clave de control|Control key)$/).fill(place.env.SANDBOX_CONTROL_KEY ?? '');
  await page.getByRole('button', { name: /^(Entrar|Enter)$/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^(Sesiones|Sessions)$/ })).toBeVisible();
}

/** Pays a session of cards alone, and sees a result. */
export async function payWith(
  page: Page,
  processUrl: string,
  card: keyof typeof cards,
  { consents = false } = {},
) {
  await page.goto(processUrl);
  await page.getByLabel('Card number').fill(cards[card]);
  await page.getByLabel('Expiry date').fill('12/30');
  await page.getByLabel('CVV', { exact: true }).fill(cvv);
  if (consents) await page.getByRole('checkbox', { name: /keeping your details/ }).check();
  await page.getByRole('button', { name: /^Pay / }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Transaction/ })).toBeVisible();
}
