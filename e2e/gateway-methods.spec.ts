import type { Page } from '@playwright/test';
import type { Locale } from '@/lib/domain/locale';
import { expectAccessible } from './axe';
import { cards, cvv } from './cards';
import { expect, test } from './fixtures';
import { asMerchantOf, createSession, querySession } from './merchant';
import { methodWords } from './method-words';
import type { Place } from './servers';

/** The ways to pay without a card, as a payer meets them: in both languages, with and without JavaScript, at 360 px. */
const seenAs = [
  { language: 'es', javaScriptEnabled: true },
  { language: 'en', javaScriptEnabled: false },
] as const;

const origin = 'https://shop.example';

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();

const every = 'visa,master,pse,PSENQ,ath,efecty';

/** Opens the page of a fresh session that offers every way. */
async function openPage(page: Page, place: Place, language: Locale, changes: object = {}) {
  const session = await createSession(place, {
    origin,
    locale: `${language}_CO`,
    paymentMethod: every,
    expiration: inAnHour(),
    ...changes,
  });
  await page.goto(session.processUrl);
  return session;
}

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

function wordsOf(page: Page, language: Locale) {
  const words = methodWords[language];
  return {
    words,
    choose: (way: keyof typeof words.ways) => page.getByRole('link', { name: words.ways[way] }).click(),
    press: (name: string) => page.getByRole('button', { name, exact: true }).click(),
    follow: (name: string) => page.getByRole('link', { name, exact: true }).click(),
    expectHeading: (name: string) => expect(heading(page, name)).toBeVisible(),
    toShop: (name: string) => page.getByRole('link', { name, exact: true }),
  };
}

for (const { language, javaScriptEnabled } of seenAs) {
  test.describe(`in ${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled, viewport: { width: 360, height: 740 } });

    test('PSE leads to a bank of its own, where the payer approves', async ({ page, place }) => {
      const { words, choose, press, expectHeading } = wordsOf(page, language);
      const { requestId } = await openPage(page, place, language);
      await expectHeading(words.choose);
      if (javaScriptEnabled) await expectAccessible(page);
      await choose('pse');
      await press(words.pse.submit);
      await expect(page.getByText(words.required)).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByLabel(words.pse.bank, { exact: true }).selectOption('9999');
      await press(words.pse.submit);
      await expectHeading(words.bank.heading);
      expect(new URL(page.url()).pathname).toMatch(/^\/sandbox\/bank\/[0-9a-f]{40}$/);
      if (javaScriptEnabled) await expectAccessible(page);
      await press(words.bank.approve);
      await expectHeading(words.approved);
      await expect(page.getByText('Placetopay Bank', { exact: true })).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      expect(await querySession(place, requestId)).toMatchObject({
        status: { status: 'APPROVED', reason: '00' },
        payment: [{ paymentMethod: 'pse', issuerName: 'Placetopay Bank', franchise: '_PSE_' }],
      });
    });

    test('what the bank refuses may be paid in another way', async ({ page, place }) => {
      const { words, choose, press, follow, expectHeading } = wordsOf(page, language);
      const { requestId } = await openPage(page, place, language, { paymentMethod: 'pse,visa' });
      await choose('pse');
      await page.getByLabel(words.pse.bank, { exact: true }).selectOption('1052');
      await press(words.pse.submit);
      await press(words.bank.pay);
      await expectHeading(words.rejected);
      await follow(words.retry);
      await choose('card');
      await page.getByLabel(words.number).fill(cards.approved);
      await page.getByLabel(words.expiry).fill('12/30');
      await page.getByLabel('CVV', { exact: true }).fill(cvv);
      await page.getByRole('button', { name: /\$/ }).click();
      await expectHeading(words.approved);
      expect(await querySession(place, requestId)).toMatchObject({
        payment: [{ paymentMethod: 'visa' }, { paymentMethod: 'pse', status: { status: 'REJECTED' } }],
      });
    });

    test('back, reload and a second form at the bank make no second payment', async ({ page, place }) => {
      const { words, choose, press, expectHeading, toShop } = wordsOf(page, language);
      const { requestId, processUrl } = await openPage(page, place, language, {
        paymentMethod: 'pse,visa',
      });
      await choose('pse');
      const form = page.url();
      await page.getByLabel(words.pse.bank, { exact: true }).selectOption('9999');
      await press(words.pse.submit);
      await expectHeading(words.bank.heading);
      const bank = page.url();
      for (const address of [processUrl, form, `${processUrl}?step=card`]) {
        await page.goto(address);
        await expectHeading(words.bankWaits.heading);
      }
      if (javaScriptEnabled) await expectAccessible(page);
      await expect(toShop(words.toShop)).toHaveAttribute('href', `${origin}/return`);
      await page.getByRole('link', { name: words.bankWaits.go }).click();
      await press(words.bank.wait);
      await expectHeading(words.pending);
      await page.goto(bank);
      await expectHeading(words.bank.answered);
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByRole('link', { name: words.bank.back }).click();
      await expectHeading(words.pending);
      expect(await querySession(place, requestId)).toMatchObject({
        status: { status: 'PENDING', reason: 'PT' },
        payment: [{ status: { status: 'PENDING' } }],
      });
    });

    for (const [phone, word] of [
      ['3001111111', 'approved'],
      ['3002222222', 'rejected'],
      ['3003333333', 'rejected'],
    ] as const) {
      test(`Nequi's phone ${phone} ends ${word}, and the page hears of it`, async ({
        page,
        place,
        gateway,
      }) => {
        const { words, choose, press, expectHeading, toShop } = wordsOf(page, language);
        const { requestId } = await openPage(page, place, language);
        await choose('nequi');
        if (phone === '3001111111') {
          await press(words.nequi.submit);
          await expect(page.getByText(words.required)).toBeVisible();
          if (javaScriptEnabled) await expectAccessible(page);
        }
        await page.getByLabel(words.nequi.phone, { exact: true }).fill(phone);
        await press(words.nequi.submit);
        await expectHeading(words.push);
        await expect(toShop(words.toShop)).toHaveAttribute('href', `${origin}/return`);
        if (javaScriptEnabled && phone === '3003333333') await expectAccessible(page);
        await gateway.hurry(requestId);
        await expectHeading(words[word]);
        expect(await querySession(place, requestId)).toMatchObject({
          payment: [{ paymentMethod: 'PSENQ', status: { status: word.toUpperCase() } }],
        });
      });
    }

    test('cash gives an order that is printed, and waits until it is paid', async ({
      page,
      place,
      gateway,
    }) => {
      const { words, choose, press, expectHeading } = wordsOf(page, language);
      const { requestId } = await openPage(page, place, language);
      await choose('cash');
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByLabel(words.cash.network).selectOption('efecty');
      await press(words.cash.submit);
      await expectHeading(words.order.heading);
      await expect(page.getByText(/^\d{10}$/)).toBeVisible();
      await expect(page.getByRole('img', { name: words.order.barcode })).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      await page.reload();
      await expectHeading(words.order.heading);
      await gateway.markPaid(requestId);
      await expectHeading(words.approved);
      expect(await querySession(place, requestId)).toMatchObject({
        status: { status: 'APPROVED' },
        payment: [{ paymentMethod: 'efecty', franchise: 'EFCTY' }],
      });
    });
  });
}

test('an order that nobody paid lapses with its session', async ({ page, place, gateway }) => {
  const { choose, press, words } = wordsOf(page, 'en');
  const { requestId } = await openPage(page, place, 'en');
  await choose('cash');
  await press(words.cash.submit);
  await expect(heading(page, words.order.heading)).toBeVisible();
  await gateway.expire(requestId);
  await expect(heading(page, methodWords.en.unavailable)).toBeVisible();
  expect(await querySession(place, requestId)).toMatchObject({
    status: { status: 'REJECTED', reason: 'EX' },
    payment: [{ status: { status: 'REJECTED', reason: 'EX' } }],
  });
});

test('one way to pay is gone to at once', async ({ page, place }) => {
  await openPage(page, place, 'en', { paymentMethod: 'pse' });
  await expect(heading(page, methodWords.en.pse.heading)).toBeVisible();
  await expect(page.getByRole('link', { name: methodWords.en.change })).toHaveCount(0);
});

/** What one country asks of a card, and what the gateway then tells the merchant of it. */
const countries = [
  {
    country: 'Ecuador',
    language: 'es',
    locale: 'es_EC',
    document: { documentType: 'CI', document: '1712345678' },
    label: 'Tipo de crédito y cuotas',
    type: (page: Page) => page.getByLabel('Tipo de crédito y cuotas').selectOption('D:6'),
    shown: 'Diferido sin intereses',
    told: { keyword: 'credit', value: { code: 3, type: '03', groupCode: 'D', installments: 6 } },
  },
  {
    country: 'Puerto Rico',
    language: 'en',
    locale: 'en_PR',
    document: { documentType: 'EIN', document: '12-3456789' },
    label: 'Postal code of the card',
    type: (page: Page) => page.getByLabel('Postal code of the card').fill('55555'),
    shown: 'Approved',
    told: { keyword: 'b24', value: '00' },
  },
] as const;

for (const { country, language, locale, document, label, type, shown, told } of countries) {
  test(`in ${country} the card's form also asks for “${label}”`, async ({ page, place }) => {
    const { words, expectHeading } = wordsOf(page, language);
    const site = asMerchantOf(place, country);
    const payer = {
      ...document,
      name: 'Ana',
      surname: 'Rojas',
      email: 'ana@example.com',
      mobile: '+573111111111',
    };
    const { requestId, processUrl } = await createSession(site, {
      ...{ origin, locale, payer, paymentMethod: 'visa' },
      payment: { amount: { currency: 'USD', total: 100 } },
    });
    await page.goto(processUrl);
    await page.getByLabel(words.number).fill(cards.approved);
    await page.getByLabel(words.expiry).fill('12/30');
    await page.getByLabel('CVV', { exact: true }).fill(cvv);
    await type(page);
    await expectAccessible(page);
    await page.getByRole('button', { name: /\$/ }).click();
    await expectHeading(words.approved);
    await expect(page.getByText(shown).first()).toBeVisible();
    const { payment } = (await querySession(site, requestId)) as { payment: { processorFields: object[] }[] };
    expect(payment[0]?.processorFields).toContainEqual(expect.objectContaining(told));
  });
}

for (const [way, link, field, value] of [
  ['pse', 'BANCO AV VILLAS', methodWords.en.pse.bank, '1052'],
  ['nequi', '3002222222', methodWords.en.nequi.phone, '3002222222'],
] as const) {
  test(`the drawer of test cards also fills in ${way}`, async ({ page, place }) => {
    const { words, choose } = wordsOf(page, 'en');
    await openPage(page, place, 'en');
    await choose('card');
    await page.getByText(words.drawer, { exact: true }).click();
    await page.getByRole('link', { name: link }).click();
    await expect(page.getByLabel(field, { exact: true })).toHaveValue(value);
  });
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a number that is no test card is turned away, and not said again', async ({ page, place }) => {
      const { words } = wordsOf(page, 'en');
      const { requestId } = await openPage(page, place, 'en', { paymentMethod: 'visa' });
      // It passes the check digit, as a real card does.
      await page.getByLabel(words.number).fill('4242 4242 4242 4242');
      await page.getByLabel(words.expiry).fill('12/30');
      await page.getByLabel('CVV', { exact: true }).fill(cvv);
      await page.getByRole('button', { name: /\$/ }).click();
      await expect(page.getByText(words.notTestCard)).toBeVisible();
      await expect(page.getByLabel(words.number)).toHaveValue('');
      expect((await page.content()).replaceAll(/[\s-]/g, '')).not.toContain('4242424242424242');
      expect(await querySession(place, requestId)).toMatchObject({
        status: { status: 'PENDING', reason: 'PC' },
        payment: null,
      });
    });
  });
}

test('every page of the gateway has its mark', async ({ page, place }) => {
  for (const path of ['/sandbox', `/sandbox/spa/session/1/${'0'.repeat(32)}`]) {
    await page.goto(`${place.gateway}${path}`);
    const address = await page.locator('link[rel=icon]').getAttribute('href');
    const icon = await page.request.get(`${place.gateway}${address}`);
    expect(icon.headers()['content-type']).toBe('image/svg+xml');
    expect(await icon.text()).toContain('<svg');
  }
});
