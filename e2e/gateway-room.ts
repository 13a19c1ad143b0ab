import { expect, type Page } from '@playwright/test';
import type { Place } from './servers';
import type { Watch } from './watch';

/** The gateway's control room. */

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
