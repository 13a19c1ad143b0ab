import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { formatDay } from '@/lib/dictionaries/format';
import { memberships } from '@/lib/dictionaries/memberships';
import { wallet } from '@/lib/dictionaries/wallet';
import { dayOf } from '@/lib/domain/calendar';
import { daysOf } from '@/lib/domain/membership';
import { expectAccessible } from './axe';
import { expect, test } from './fixtures';
import { haveCard, keepCard } from './kept-cards';
import type { Place } from './servers';
import type { Shopper } from './shopper';
import { plentiful } from './visitor';

/** From the product's page to a membership that has begun. */
async function join(shopper: Shopper): Promise<string> {
  const { page, locale } = shopper;
  const texts = memberships[locale];
  await shopper.open(`/products/${plentiful}`);
  await page.getByRole('link', { name: texts.offer.link }).click();
  await shopper.fillDetails();
  await page.getByRole('button', { name: new RegExp(texts.join.button('.+').replace('$', '\\$')) }).click();
  await expect(page.getByText(texts.standings.active.title)).toBeVisible();
  return new URL(page.url()).pathname.replace(`/${locale}`, '');
}

/** The shop's reconciler renews what is due so many days from now: the command of the demo, with this test's database. */
async function renewIn(days: number, { env }: Place): Promise<void> {
  const at = new Date(Date.now() + days * 86_400_000).toISOString();
  const command = ['--conditions=react-server', '--import', 'tsx', 'scripts/reconcile.ts', '--at', at];
  await promisify(execFile)(process.execPath, command, { env: { ...process.env, ...env } });
}

test.describe('in Spanish, on a phone', () => {
  test.use({ language: 'es', viewport: { width: 360, height: 740 } });

  test('a membership is bought, loses its card, is not renewed, and is paid with another', async ({
    page,
    shopper,
    gateway,
    place,
  }) => {
    const texts = memberships.es;
    await shopper.haveAccount();
    await shopper.open(`/memberships/join/${plentiful}`);
    await expect(page.getByText(texts.join.noCard)).toBeVisible();
    // The wallet knows what the card is for: it leads back before there is one, and after.
    await page.getByRole('link', { name: texts.join.noCardLink }).click();
    const back = page.getByRole('link', { name: wallet.es.toMembership });
    await expect(back).toBeVisible();
    await keepCard(shopper, 'approved', `/wallet?to=memberships/join/${plentiful}`);
    await back.click();
    await expect(page.getByRole('group', { name: texts.join.cardGroup })).toBeVisible();
    const path = await join(shopper);
    await expectAccessible(page);

    // Deleting its card names it; there is no other yet, so it stays without one and says so.
    await page.getByRole('link', { name: texts.card.wallet }).click();
    await page.getByRole('link', { name: wallet.es.manage }).click();
    await page.getByText(wallet.es.forget.ask).click();
    await expect(page.getByText(wallet.es.forget.renewsAlone)).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: wallet.es.forget.button }).click();
    await expect(page.getByText(wallet.es.none)).toBeVisible();
    await shopper.open('/orders');
    await expect(page.getByText(texts.notice(1))).toBeVisible();

    await renewIn(32, place);
    await shopper.open(path);
    await expect(page.getByText(texts.standings.past_due.title)).toBeVisible();
    await expect(page.getByRole('alert').getByText(texts.failures.no_card)).toBeVisible();
    await expectAccessible(page);
    await page.goto(shopper.at(path).replace('/es/', '/en/'));
    await expect(page.getByText(memberships.en.standings.past_due.title)).toBeVisible();

    await haveCard(shopper, 'alsoApproved');
    await shopper.open(path);
    await page.getByRole('button', { name: /^Pagar .+ con esta tarjeta$/ }).click();
    await expect(page.getByText(texts.standings.active.title)).toBeVisible();
    const references = await page.locator('dt', { hasText: 'Referencia' }).locator('+ dd').allInnerTexts();
    expect(references).toHaveLength(2);
    for (const reference of references)
      expect((await gateway.ledger(reference)).approved).toEqual({ COP: '62000.00' });
  });
});

test.describe('in English, without scripts', () => {
  test.use({ language: 'en', javaScriptEnabled: false });

  test('a membership is paused, resumed, moved to another card and cancelled, and is nobody else’s', async ({
    page,
    shopper,
    somebodyElse,
  }) => {
    const texts = memberships.en;
    await shopper.open('/memberships');
    await expect(page.getByText(texts.signIn)).toBeVisible();
    await shopper.haveAccount();
    await haveCard(shopper, 'approved');
    await haveCard(shopper, 'alsoApproved');
    const path = await join(shopper);
    const [today, month] = [dayOf(new Date()), 'M'] as const;
    const { endsOn } = daysOf({ on: today, number: 1 }, month, 1);
    await page.getByRole('button', { name: texts.pause.button }).click();
    await expect(page.getByText(texts.standings.paused.title)).toBeVisible();
    await page.getByRole('button', { name: texts.resume.button }).click();
    await expect(page.getByText(texts.standings.active.title)).toBeVisible();
    await expect(page.getByText(new RegExp(`${formatDay(endsOn, 'en')}$`)).first()).toBeVisible();

    const other = await somebodyElse();
    await other.haveAccount();
    expect((await other.open(path))?.status()).toBe(404);

    // The card that renews it goes, and another takes its place.
    await shopper.open('/wallet');
    const renewing = page.getByRole('listitem').filter({ hasText: wallet.en.preferred });
    await renewing.getByRole('link', { name: /^Change or delete/ }).click();
    await page.getByText(wallet.en.forget.ask).click();
    await expect(page.getByText(wallet.en.forget.renewsText)).toBeVisible();
    await page.getByRole('button', { name: wallet.en.forget.button }).click();
    await shopper.open(path);
    await expect(page.getByText(texts.history.types.CARD_CHANGED)).toBeVisible();
    await expect(page.getByText(texts.history.cardEnding('0005'))).toBeVisible();

    await page.getByText(texts.cancel.ask).click();
    await expect(page.getByText(texts.cancel.until(formatDay(endsOn, 'en')))).toBeVisible();
    await page.getByRole('button', { name: texts.cancel.button }).click();
    await expect(page.getByText(texts.standings.cancelled.title)).toBeVisible();
    await expect(page.getByRole('heading', { name: texts.cancel.title, exact: true })).toBeHidden();
  });
});
