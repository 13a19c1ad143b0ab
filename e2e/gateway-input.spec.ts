import { expectAccessible } from './axe';
import { expect, test } from './fixtures';

/** What only the built server can show of bad input: addresses that never reach a handler of ours. */

for (const path of ['/session/%zz', '/%00', '/session/1/%c0%af', '//session//1//nothing', '/nothing']) {
  test(`the address ${path} gets the documented error`, async ({ place }) => {
    const response = await fetch(`${place.gateway}/sandbox/api${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect(response.headers.get('content-type')).toBe('application/json');
    const { status } = (await response.json()) as { status: Record<string, unknown> };
    expect(response.status).toBe(404);
    expect(status).toEqual({
      status: 'FAILED',
      reason: 'NA',
      message: expect.any(String),
      date: expect.stringMatching(/^\d{4}-/),
    });
  });
}

for (const path of ['/nothing', '/spa/session/1'])
  test(`the address ${path} is said to be unavailable, in the gateway's own dress`, async ({
    page,
    place,
  }) => {
    const answer = await page.goto(`${place.gateway}/sandbox${path}?lang=en`);
    expect(answer?.status()).toBe(404);
    const title = page.getByRole('heading', { level: 1 });
    await expect(title).toHaveText('Session not available');
    await page.getByRole('link', { name: 'Español' }).click();
    await expect(title).toHaveText('Sesión no disponible');
    await expect(page.locator('html')).toHaveAttribute('lang', 'es');
    await expectAccessible(page);
  });

test('a payment page that is not available keeps the language it was asked for', async ({ page, place }) => {
  const title = page.getByRole('heading', { level: 1 });
  const unknown = `${place.gateway}/sandbox/spa/session/1/${'0'.repeat(32)}`;
  for (const [lang, words] of [
    ['en', 'Session not available'],
    ['es', 'Sesión no disponible'],
  ] as const) {
    const answer = await page.goto(`${unknown}?lang=${lang}`);
    expect(answer?.status()).toBe(404);
    await expect(title).toHaveText(words);
  }
  await page.getByRole('link', { name: 'English' }).click();
  await expect(title).toHaveText('Session not available');
});
