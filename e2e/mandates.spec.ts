import type { Locator, Page } from '@playwright/test';
import { flowPages } from '@/lib/dictionaries/flows';
import { formatDay, formatMoney } from '@/lib/dictionaries/format';
import { inspector } from '@/lib/dictionaries/inspector';
import { mandates } from '@/lib/dictionaries/mandates';
import { problems } from '@/lib/dictionaries/problems';
import { wallet } from '@/lib/dictionaries/wallet';
import type { Contract } from '@/lib/domain/contract-meaning';
import type { Locale } from '@/lib/domain/locale';
import type { MandateStanding } from '@/lib/domain/mandate-history';
import { money } from '@/lib/domain/money';
import { autopay } from '@/lib/flows/autopay';
import { acceptTerms } from './agreement-page';
import { expectAccessible } from './axe';
import { expect, test, testAlone } from './fixtures';
import type { GatewayControl } from './gateway-control';
import type { Shopper } from './shopper';

/** Automatic payments in front of a person: agreed to, charged, changed and ended, with the gateway's own book as oracle. */

const cop = (units: bigint) => money(units * 100n, 'COP');

async function expectStanding({ page, locale }: Shopper, standing: MandateStanding) {
  await expect(page.getByRole('heading', { name: mandates[locale].standings[standing].title })).toBeVisible();
}

const field = (page: Page, name: string) => page.locator(`[name="${name}"]`);

const agreeButton = ({ page, locale }: Shopper) =>
  page.getByRole('button', { name: mandates[locale].flow.form.button });

const charges = (page: Page) => page.locator('[data-charge]');

/** The agreement whose page is open. */
async function agreementOf({ page, locale }: Shopper) {
  const [before = ''] = mandates[locale].heading('\0').split('\0');
  const heading = await page.getByRole('heading', { level: 1 }).innerText();
  const reference = /AUT-[A-Z0-9]+/.exec(heading.replace(before, ''))?.[0] ?? '';
  const term = page.locator('dt', { hasText: mandates[locale].terms.id });
  const autopayId = await term.locator('xpath=following-sibling::dd[1]').innerText();
  return { path: new URL(page.url()).pathname.slice(3), reference, autopayId };
}

/** What the shop says was charged and paid is what the gateway's own book says. */
async function expectSameBooks(
  shopper: Shopper,
  gateway: GatewayControl,
  { reference, units }: { reference: string; units: bigint },
) {
  const { approved } = await gateway.ledger(reference);
  expect(approved).toEqual({ COP: `${units}.00` });
  const { page, locale } = shopper;
  const texts = mandates[locale].history;
  await page.getByRole('button', { name: texts.compare }).click();
  await expect(page.getByText(texts.outcomes.compared)).toBeVisible();
  const amount = formatMoney(cop(units), locale);
  const sums = page.locator('[data-agrees="true"]');
  await expect(sums).toContainText(texts.sum(amount, amount));
  await expect(sums).toContainText(texts.agrees);
}

testAlone.describe('with servers of its own, whose clock moves', () => {
  testAlone.use({ language: 'en' });

  testAlone(
    'agreed to, given another card, charged on its dates with a refusal between, and cancelled for ever',
    async ({ page, shopper, gateway, somebodyElse }) => {
      const texts = mandates.en;
      await shopper.open('/flows');
      await page.getByRole('link', { name: flowPages.en.open(autopay.texts.en.title) }).click();
      await expect(page.getByText(texts.flow.guest)).toBeVisible();
      await expect(agreeButton(shopper)).toHaveCount(0);
      await shopper.haveAccount();
      await shopper.open('/wallet');
      await page.getByRole('link', { name: texts.link }).click();
      await expect(page.getByText(texts.none)).toBeVisible();
      await page.getByRole('link', { name: texts.create }).click();

      const main = page.getByRole('main');
      for (const words of [...autopay.texts.en.rules, ...autopay.texts.en.steps])
        await expect(main).toContainText(words);
      for (const { name, label } of autopay.states)
        await expect(page.locator(`[data-state="${name}"]`)).toContainText(label.en);
      await expectAccessible(page);
      const request = page.getByRole('region', { name: flowPages.en.request.label });
      await expect(request).toContainText('"type": "FIXED"');
      const wrong = {
        dueDay: ['29', problems.en.number_out_of_range],
        amount: ['45.000', problems.en.invalid_amount],
        firstOn: ['2020-01-31', problems.en.past_date],
      } as const;
      for (const [name, [value]] of Object.entries(wrong)) await field(page, name).fill(value);
      await expect(page.getByText(flowPages.en.request.wrong)).toBeVisible();
      await expect(request).toHaveCount(0);
      await agreeButton(shopper).click();
      for (const [name, [value, words]] of Object.entries(wrong)) {
        await expect(page.locator(`#${name}-error`)).toContainText(words);
        await expect(field(page, name)).toHaveValue(value);
      }
      const [tomorrow = '', monthOn = ''] = [1, 32].map(dayIn);
      for (const [name, value] of Object.entries({ dueDay: '15', amount: '45000', firstOn: tomorrow }))
        await field(page, name).fill(value);
      await field(page, 'periodicity').selectOption('D');
      await field(page, 'interval').fill('31');
      await expect(request).toContainText(`"nextPayment": "${tomorrow}"`);
      await expect(main).toContainText(formatDay(monthOn, 'en'));
      // Sent while the page is still writing the request of the last change.
      await field(page, 'maxPeriods').fill('6');
      await agreeButton(shopper).click();
      await acceptTerms(page, { person: shopper.person, card: 'approved' });

      await expectStanding(shopper, 'active');
      await expect(page.locator('dt', { hasText: texts.terms.most }).locator('+ dd')).toHaveText('6');
      await expect(main).toContainText(texts.ending('Visa', '0081'));
      await expect(page.getByText(texts.history.none)).toBeVisible();
      const { path, reference, autopayId } = await agreementOf(shopper);

      await page.getByRole('button', { name: texts.edit.button }).click();
      await acceptTerms(page, { person: shopper.person, card: 'alsoApproved' });
      await expect(page.getByText(texts.arrivals.changed)).toBeVisible();
      await expect(main).toContainText(texts.ending('Mastercard', '0005'));

      await gateway.passDays(2);
      await gateway.charged(autopayId, 1);
      await shopper.open(path);
      await expect(charges(page)).toHaveCount(1);
      await expect(charges(page)).toContainText(texts.history.standings.told);
      await expectSameBooks(shopper, gateway, { reference, units: 45_000n });
      await expect(charges(page)).toContainText(texts.history.standings.matched);

      await gateway.refuseCharge(reference);
      await gateway.passDays(31);
      await gateway.charged(autopayId, 2);
      await shopper.open(path);
      await expectSameBooks(shopper, gateway, { reference, units: 90_000n });
      await expect(charges(page)).toHaveCount(3);
      await expect(charges(page).nth(1)).toContainText(texts.history.standings.refused);
      await expect(charges(page).nth(1)).toContainText(texts.history.attempt(1));
      await expect(charges(page).nth(0)).toContainText(texts.history.attempt(2));
      for (const told of ['AUTOPAY_CREATED', 'AUTOPAY_UPDATED', 'AUTOPAY_TRANSACTION_FAILED'] as const)
        await expect(page.getByText(texts.timeline.events[told])).toBeVisible();
      await expect(saidOf(shopper)).toContainText('/autopay/transactions');
      const settlement = await openContract(shopper, 'settlement');
      await expect(settlement).toContainText(inspector.en.contract.outcomes.charge_kept);
      await expectAccessible(page);
      await readIn('es', shopper, path);

      const stranger = await somebodyElse();
      expect((await stranger.open(path))?.status()).toBe(404);
      await stranger.haveAccount();
      const refused = await stranger.open(path);
      expect(refused?.status()).toBe(404);
      expect(await refused?.text()).not.toContain(reference);

      await shopper.open('/mandates');
      await expect(page.getByRole('heading', { name: texts.count(1) })).toBeVisible();
      await expectAccessible(page);
      await page.getByRole('link', { name: texts.heading(reference) }).click();
      await page.getByText(texts.cancel.ask).click();
      await page.getByRole('button', { name: texts.cancel.button }).click();
      await expectStanding(shopper, 'cancelled');
      await expect(page.getByRole('button', { name: texts.edit.button })).toHaveCount(0);
      await gateway.passDays(120);
      await shopper.open(path);
      await expectSameBooks(shopper, gateway, { reference, units: 90_000n });
      await expect(charges(page)).toHaveCount(3);
    },
  );
});

const saidOf = ({ page, locale }: Shopper) => page.getByRole('region', { name: inspector[locale].title });

/** The newest call of AutoPay's to one of the shop's endpoints, opened. */
async function openContract(shopper: Shopper, contract: Contract): Promise<Locator> {
  const path = `→ POST /api/placetopay/autopay/${contract}`;
  const summary = shopper.page.locator('summary', { hasText: path });
  const row = saidOf(shopper).getByRole('listitem').filter({ has: summary }).first();
  // It is written down once AutoPay has its answer.
  await expect(async () => {
    await shopper.page.reload();
    await expect(row).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await row.locator('summary').click();
  return row;
}

/** What AutoPay asked and told until it had charged: each checked, answered, and explained without a secret. */
async function expectCallsExplained(shopper: Shopper) {
  const { contract, signature, received } = inspector[shopper.locale];
  const balance = await openContract(shopper, 'balance');
  for (const words of [
    '200 OK',
    contract.operations.balance,
    contract.outcomes.balance_said,
    contract.password.fits,
    '"total": 184150.75',
  ])
    await expect(balance).toContainText(words);
  const settlement = await openContract(shopper, 'settlement');
  await expect(settlement).toContainText(contract.outcomes.charge_kept);
  await expect(settlement.getByRole('group', { name: received })).toContainText('"APPROVED"');
  const webhook = await openContract(shopper, 'webhook');
  for (const words of [contract.outcomes.hint_kept, 'AUTOPAY_CREATED', '********', signature.fits])
    await expect(webhook).toContainText(words);
  const { AUTOPAY_PASSWORD = '-' } = shopper.watch.place.env;
  await expect(saidOf(shopper)).not.toContainText(AUTOPAY_PASSWORD);
}

/** The same agreement in the other language. */
async function readIn(locale: Locale, { page, store }: Shopper, path: string) {
  await page.goto(`${store}/${locale}${path}`);
  const texts = mandates[locale];
  for (const words of [
    texts.standings.active.title,
    texts.terms.title,
    texts.history.agrees,
    texts.history.standings.matched,
    texts.invoices.ofFixed,
    texts.timeline.events.CARD_GIVEN,
  ])
    await expect(page.getByRole('main')).toContainText(words);
}

/** A day in Colombia, so many days from now. */
function dayIn(days: number): string {
  return new Date(Date.now() + days * 86_400_000 - 5 * 60 * 60_000).toISOString().slice(0, 10);
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

  test('a balance: asked for, charged whole, every invoice paid; another left unaccepted; the first cancelled', async ({
    page,
    shopper,
    gateway,
  }) => {
    const texts = mandates.es;
    await shopper.open('/mandates');
    await expect(page.getByText(texts.signIn)).toBeVisible();
    await shopper.haveAccount();
    await shopper.open('/flows/autopay');
    const show = page.getByRole('button', { name: flowPages.es.sample.show });
    await field(page, 'chargeType').selectOption('TOTAL_BALANCE');
    await field(page, 'interval').fill('0');
    await show.click();
    await expect(page.locator('#interval-error')).toContainText(problems.es.number_out_of_range);
    await expect(field(page, 'chargeType')).toHaveValue('TOTAL_BALANCE');
    await field(page, 'interval').fill('1');
    await show.click();
    const request = page.getByRole('region', { name: flowPages.es.request.label });
    await expect(request).toContainText('"type": "TOTAL_BALANCE"');
    await expect(request).not.toContainText('"amount"');
    await agreeButton(shopper).click();
    await acceptTerms(page, { person: shopper.person, card: 'approved' });
    await expectStanding(shopper, 'active');
    const owed = formatMoney(money(18_415_075n, 'COP'), 'es');
    await expect(page.getByText(texts.coming.today(owed))).toBeVisible();
    const { path, reference, autopayId } = await agreementOf(shopper);

    await gateway.chargeNow(autopayId);
    await gateway.charged(autopayId, 1);
    expect((await gateway.ledger(reference)).approved).toEqual({ COP: '184150.75' });
    await shopper.open(path);
    await expectCallsExplained(shopper);
    await page.getByRole('button', { name: texts.history.compare }).click();
    await expect(page.getByText(texts.history.outcomes.compared)).toBeVisible();
    await expect(page.locator('[data-agrees="true"]')).toContainText(texts.history.sum(owed, owed));
    await expect(page.getByText(texts.invoices.paid, { exact: true })).toHaveCount(3);
    await page.getByRole('button', { name: texts.invoices.add }).click();
    const [total, minimum] = [cop(45_500n), cop(15_000n)].map((amount) => formatMoney(amount, 'es'));
    await expect(page.getByText(texts.invoices.sum(total ?? '', minimum ?? ''))).toBeVisible();

    await shopper.open('/flows/autopay');
    await expect(page.locator('li[aria-current="step"][data-state="active"]')).toHaveCount(1);
    await agreeButton(shopper).click();
    await shopper.payment.leave();
    await expectStanding(shopper, 'not_agreed');

    await shopper.open('/mandates');
    await expect(page.getByRole('heading', { name: texts.count(2) })).toBeVisible();
    await page.getByRole('link', { name: texts.heading(reference) }).click();
    await page.getByText(texts.cancel.ask).click();
    await page.getByRole('button', { name: texts.cancel.button }).click();
    await expectStanding(shopper, 'cancelled');
    await shopper.open('/orders');
    await expect(page.getByRole('link', { name: wallet.es.link })).toBeVisible();
    await page.getByRole('link', { name: texts.link }).click();
    await expect(page.getByText(texts.statuses.CANCELLED, { exact: true })).toBeVisible();
  });
});
