import { checkout } from '@/lib/dictionaries/checkout';
import { flowPages } from '@/lib/dictionaries/flows';
import { inspector } from '@/lib/dictionaries/inspector';
import { lightbox } from '@/lib/dictionaries/lightbox';
import { orders } from '@/lib/dictionaries/orders';
import { problems } from '@/lib/dictionaries/problems';
import { ticked } from '@/lib/domain/form-field';
import { money } from '@/lib/domain/money';
import { optionPrefix } from '@/lib/domain/session-options';
import { planProblems, withOptions } from '@/lib/domain/session-rules';
import { flows } from '@/lib/flows';
import { optionGroups } from '@/lib/flows/option-groups';
import { cards, cvv } from './cards';
import { expect, test, testAlone } from './fixtures';
import { asMerchantOf, querySession } from './merchant';
import { samplePlanOf } from './sample-plans';
import type { Shopper } from './shopper';

/** Every option of a session: from the panel to the gateway, read back by a query, and on the page where it shows. */

const kinds = new Map(
  optionGroups.flatMap(({ fields }) => fields.map(({ name, kind }) => [name, kind] as const)),
);

/** The gateway ends here: the registry's first flow asks nothing of its own, so that only the options differ. */
const [plain] = flows;
const plainPath = `/flows/${plain?.slug}`;

function control({ page }: Shopper, option: string) {
  return page.locator(`[name="${optionPrefix}${option}"]`);
}

/** Opens the whole panel and answers some of it. */
async function answer(shopper: Shopper, answers: Readonly<Record<string, string>>) {
  await shopper.page.locator('form details:not([open]) > summary').evaluateAll((all) => {
    for (const summary of all) (summary as HTMLElement).click();
  });
  for (const [option, value] of Object.entries(answers)) {
    const kind = kinds.get(optionPrefix + option);
    if (kind === 'check') await control(shopper, option).check();
    else if (kind === 'choice') await control(shopper, option).selectOption(value);
    else await control(shopper, option).fill(value);
  }
}

const run = (shopper: Shopper) => shopper.tryButton.click();

const request = (shopper: Shopper) =>
  shopper.page.getByRole('region', { name: flowPages[shopper.locale].request.label });

test('the page is told its language, time, methods, person, amounts, data and how it ends', async ({
  page,
  shopper,
  place,
}) => {
  await shopper.open(plainPath);
  const reference = `MUESTRA-${Date.now().toString(36).toUpperCase()}`;
  const asked = {
    ...{
      locale: 'en_US',
      expiresInMinutes: '45',
      paymentMethod: 'visa',
      skipResult: ticked,
      cancelUrl: 'off',
    },
    ...{ person: 'payer', shipping: ticked, items: 'off', reference, description: 'Café y pan de prueba' },
    ...{ tax1Kind: 'valueAddedTax', tax1Amount: '7664', tax1Base: '40336' },
    ...{ detail1Kind: 'subtotal', detail1Amount: '40336' },
    ...{ field1Keyword: 'Mesa', field1Value: 'catorce', field1DisplayOn: 'payment' },
    ...{ field2Keyword: 'Interno', field2Value: 'escondido', field2DisplayOn: 'none' },
    ...{ initiatorIndicator: 'AGENT', ebtDeliveryIndicator: 'OTHER' },
    ...{ openingDate: '2026-01-15', beneficiaryId: 'B-77' },
  };
  await answer(shopper, asked);
  await expect(request(shopper)).toContainText('"beneficiaryId": "B-77"');
  await expect(request(shopper)).toContainText(`"reference": "${reference}"`);
  await expect(request(shopper)).not.toContainText('"items"');
  await run(shopper);
  await shopper.payment.expectForm();
  const { requestId } = shopper.payment;
  const told = await querySession(place, requestId);
  expect(told).toMatchObject({
    request: {
      ...{ locale: 'en_US', paymentMethod: 'visa', skipResult: true },
      payer: { name: 'Elena' },
      metadata: {
        ...{ initiatorIndicator: 'AGENT', EBTDeliveryIndicator: 'OTHER' },
        ...{ openingDate: '2026-01-15', beneficiaryId: 'B-77' },
      },
      payment: {
        ...{ reference, description: 'Café y pan de prueba', shipping: { name: 'Elena' } },
        amount: {
          ...{ currency: 'COP', total: 48000 },
          taxes: [{ kind: 'valueAddedTax', amount: 7664, base: 40336 }],
          details: [{ kind: 'subtotal', amount: 40336 }],
        },
      },
    },
  });
  const { request: kept } = told as { request: { fields: object[]; expiration: string; cancelUrl?: string } };
  expect(kept.fields).toContainEqual({ keyword: 'Mesa', value: 'catorce', displayOn: 'payment' });
  expect(kept.cancelUrl).toBeUndefined();
  const minutes = (new Date(kept.expiration).getTime() - Date.now()) / 60_000;
  expect(minutes).toBeGreaterThan(40);
  expect(minutes).toBeLessThanOrEqual(45);

  const main = page.locator('body');
  await expect(main).toContainText('Café y pan de prueba');
  await expect(main).toContainText('catorce');
  await expect(main).not.toContainText('escondido');
  await expect(page.getByLabel('First name').first()).toHaveAttribute('readonly', '');
  // Without the gateway's page of results the payer is back at once.
  await shopper.payment.fillCard('approved');
  await shopper.payment.payButton.click();
  await shopper.expectStanding('paid');
  expect(await shopper.references()).toEqual([reference]);
  // The page of this way to pay now tells what was said to the gateway and back.
  await shopper.open(plainPath);
  const said = page.getByRole('region', { name: inspector.es.title });
  await said.locator('summary', { hasText: /POST \/api\/session\s*(200|$)/ }).click();
  await expect(said.getByRole('group', { name: inspector.es.request, exact: true })).toContainText(reference);
});

/** The merchant whose country's laws give something back, which Colombia's may not ask for. */
const montevideo = 'Uruguay';

testAlone.describe('in Uruguay', () => {
  testAlone.use({ language: 'en' });

  testAlone(
    'a law gives something back, and data are shown where they belong, in a window above the shop',
    async ({ page, shopper, ownServers }) => {
      const site = asMerchantOf(ownServers, montevideo);
      await ownServers.killStore();
      await ownServers.startStore(site.env);
      await shopper.open(plainPath);
      await answer(shopper, {
        ...{ currency: 'UYU', person: 'none', shipping: ticked },
        ...{ modifierCode: '17934', modifierInvoice: 'F-2026-19' },
        ...{ field1Keyword: 'Table', field1Value: 'fourteen', field1DisplayOn: 'receipt' },
        ...{ field2Keyword: 'Points', field2Value: 'three hundred', field2DisplayOn: 'both' },
      });
      await page.getByRole('radio', { name: lightbox.en.opening.lightbox }).check();
      await run(shopper);
      const frame = page.frameLocator('#placetopay_lightbox');
      await frame.getByRole('textbox', { name: 'E-mail address' }).fill(shopper.person.email);
      await frame.getByRole('button', { name: 'Continue' }).click();
      const shown = frame.locator('body');
      await expect(shown).toContainText('three hundred');
      await expect(shown).not.toContainText('fourteen');
      for (const [label, text] of [
        ['Card number', cards.approved],
        ['Expiry date', '12/30'],
        ['CVV', cvv],
        ['First name', 'Elena'],
        ['Last name', 'Muestra'],
        ['Document number', '1234567-8'],
        ['Phone', '94555010'],
      ] as const)
        await frame.getByLabel(label, { exact: true }).first().fill(text);
      await frame.getByLabel('Document type').first().selectOption('UYCI');
      await frame.getByRole('button', { name: /^Pay / }).click();
      await expect(frame.getByRole('heading', { name: 'Transaction approved' })).toBeVisible();
      await expect(shown).toContainText('three hundred');
      await expect(shown).toContainText('fourteen');
      const address = await frame
        .locator('dt', { hasText: 'IP address' })
        .locator('xpath=following-sibling::dd')
        .innerText();
      await frame.getByRole('link', { name: 'Back to the shop' }).click();
      await shopper.expectStanding('paid');
      const attempt = shopper.attempts.first();
      await expect(attempt).toContainText(orders.en.attempts.facts.discount);
      await expect(attempt).toContainText(orders.en.attempts.law('17934'));
      const fact = attempt.locator('dt', { hasText: orders.en.attempts.facts.requestId });
      const requestId = Number(await fact.locator('xpath=following-sibling::dd[1]').innerText());
      const told = (await querySession(site, requestId)) as { request: object };
      expect(told).toMatchObject({
        request: {
          // Both were told the same: where the payer is, not where the shop is.
          ...{ ipAddress: address, payer: { name: 'Elena', document: '1234567-8' } },
          payment: {
            ...{
              shipping: { name: 'Elena', address: { country: 'CO' } },
              items: plain?.sample.lines.map(({ quantity }) => ({ qty: String(quantity) })),
            },
            modifiers: [{ type: 'FEDERAL_GOVERNMENT', code: '17934', additional: { invoice: 'F-2026-19' } }],
          },
        },
        payment: [{ discount: { base: 480, code: '17934', type: 'FRANCHISE', amount: 43.2 } }],
      });
      expect(address).toMatch(/^10\./);
      expect(told.request).not.toHaveProperty('buyer');
    },
  );
});

test.describe('in English', () => {
  test.use({ language: 'en' });

  test('currencies, a law that this site may not use, an empty form, consent, and data for the result', async ({
    page,
    shopper,
    place,
  }) => {
    await shopper.open(plainPath);
    await answer(shopper, {
      ...{ currency: 'UYU', noBuyerFill: ticked, subscribe: ticked },
      ...{ modifierCode: '17934', modifierInvoice: 'F-2026-19' },
      ...{ field1Keyword: 'Points', field1Value: 'three hundred', field1DisplayOn: 'approved' },
    });
    await expect(request(shopper)).toContainText('"currency": "UYU"');
    // The Chilean peso has no cents, and a sample has a price in it too.
    await answer(shopper, { currency: 'CLP' });
    await expect(request(shopper)).toContainText('"total": 12000\n');
    await answer(shopper, { currency: 'UYU' });
    await expect(request(shopper)).toContainText('"total": 480\n');
    await expect(request(shopper)).toContainText('"invoice": "F-2026-19"');
    await run(shopper);
    // The laws are Uruguay's and the demo's site is Colombian: the gateway says so, and nothing typed is lost.
    await expect(page.getByRole('alert').filter({ hasText: /modifiers/ })).toBeVisible();
    await expect(control(shopper, 'modifierInvoice')).toHaveValue('F-2026-19');
    await answer(shopper, { modifierCode: '', modifierInvoice: '' });
    await run(shopper);
    // Nothing of the buyer is filled in, not even where the receipt goes.
    const email = page.getByRole('textbox', { name: 'E-mail address' });
    await expect(email).toHaveValue('');
    await email.fill(shopper.person.email);
    await page.getByRole('button', { name: 'Continue' }).click();
    await shopper.payment.expectForm();
    const { requestId } = shopper.payment;
    expect(await querySession(place, requestId)).toMatchObject({
      request: {
        ...{ noBuyerFill: true, buyer: { name: 'Elena' } },
        payment: { subscribe: true, amount: { currency: 'UYU', total: 480 } },
      },
    });
    await expect(page.getByRole('checkbox', { name: /keeping your details/ })).not.toBeChecked();
    await expect(page.getByLabel('First name').first()).toHaveValue('');
    await expect(page.locator('body')).not.toContainText('three hundred');
    await page.getByLabel('First name').first().fill('Elena');
    await page.getByLabel('Last name').first().fill('Muestra');
    await page.getByLabel('Document type').first().selectOption('CC');
    await page.getByLabel('Document number').first().fill('1032456781');
    await page.getByLabel('Phone', { exact: true }).fill('3005550100');
    await shopper.payment.pay('approved', 'approved');
    await expect(page.locator('body')).toContainText('three hundred');
    expect(await querySession(place, requestId)).toMatchObject({ subscription: null });
    await shopper.payment.returnToShop();
    await shopper.expectStanding('paid');
    await expect(page.getByRole('main')).toContainText('UYU');
  });

  test('what goes beyond a limit is refused at its field, in English, with nothing typed lost', async ({
    page,
    shopper,
  }) => {
    const wrong = {
      reference: ['X'.repeat(33), 'reference_too_long'],
      expiresInMinutes: ['5', 'too_soon'],
      beneficiaryId: ['4111 1111 1111 1111', 'looks_like_card'],
      tax1Amount: ['48.001', 'invalid_amount'],
      detail1Amount: ['40000', 'sum_differs'],
      modifierInvoice: ['F-20261119', 'too_long'],
      field1Value: ['', 'required'],
    } as const;
    await shopper.open(plainPath);
    shopper.watch.mayRepeat('4111 1111 1111 1111');
    await answer(shopper, {
      ...Object.fromEntries(Object.entries(wrong).map(([option, [value]]) => [option, value])),
      ...{ tax1Kind: 'valueAddedTax', detail1Kind: 'subtotal', modifierCode: '17934', field1Keyword: 'Seat' },
    });
    await expect(page.getByText(flowPages.en.request.wrong)).toBeVisible();
    await run(shopper);
    for (const [option, [value, problem]] of Object.entries(wrong)) {
      await expect(page.locator(`[id="${optionPrefix}${option}-error"]`)).toContainText(problems.en[problem]);
      await expect(control(shopper, option)).toHaveValue(value);
    }
    await expect(page.locator('[aria-invalid="true"]').first()).toBeFocused();
  });
});

test('when the gateway refuses, its message is shown and the answers are kept', async ({ page, shopper }) => {
  await shopper.open(plainPath);
  await answer(shopper, { paymentMethod: 'trueque', description: 'Con gallinas' });
  await run(shopper);
  const alert = page.getByRole('alert').filter({ hasText: checkout.es.problems.gateway_refused.title });
  await expect(alert).toContainText(checkout.es.gatewaySays);
  await expect(alert).toContainText(checkout.es.problems.gateway_refused.money);
  await expect(control(shopper, 'description')).toHaveValue('Con gallinas');
  await expect(control(shopper, 'paymentMethod')).toHaveValue('trueque');
});

/** What each flow does not take together with an option, by its own plan and the gateway's rules. */
const excluded = flows.flatMap((flow) => {
  const plan = samplePlanOf(flow);
  const tax = { kind: 'valueAddedTax', amount: money(100_000n, 'COP') } as const;
  const tries = [
    { options: { allowPartial: true }, answers: { allowPartial: ticked } },
    { options: { taxes: [tax] }, answers: { tax1Kind: tax.kind, tax1Amount: '1000' } },
  ] as const;
  // Of nothing that is paid there is no tax to type either.
  return tries.slice(0, plan.payment ? 2 : 1).flatMap(({ options, answers }) => {
    const [problem] = Object.values(planProblems(withOptions(plan, options), options));
    return problem ? [{ flow, answers, problem }] : [];
  });
});

test('what the gateway does not take together is refused before it is asked', async ({ page, shopper }) => {
  expect(new Set(excluded.map(({ problem }) => problem)).size).toBeGreaterThanOrEqual(5);
  for (const { flow, answers, problem } of excluded) {
    await shopper.open(`/flows/${flow.slug}`);
    await answer(shopper, answers);
    const sentence = (problems.es as Readonly<Record<string, string>>)[problem] ?? '';
    expect(sentence, problem).not.toBe('');
    await expect(page.getByRole('status').filter({ hasText: sentence })).toBeVisible();
    await expect(request(shopper)).toHaveCount(0);
  }
});

/** The first flow whose payment is shared out. */
const shared = flows.find((flow) => samplePlanOf(flow).payment?.dispersion);

test('parts that do not add up are refused at their field, and a fourth one anywhere', async ({
  page,
  shopper,
}) => {
  await shopper.open(`/flows/${shared?.slug}`);
  await page.locator('[name="part2Share"]').fill('20');
  await run(shopper);
  await expect(page.locator('[id$="Share-error"]').first()).toContainText(problems.es.not_a_hundred);
  await expect(page.locator('[name="part2Share"]')).toHaveValue('20');
  await page.locator('[name="part2Share"]').fill('5');
  await page.locator('form:has([name="part2Share"])').evaluate((form) => {
    const fourth = Object.assign(document.createElement('input'), { name: 'part4Share', value: '5' });
    form.append(fourth);
  });
  await run(shopper);
  await expect(page.getByText(problems.es.too_many_parts)).toBeVisible();
  await expect(request(shopper)).toHaveCount(0);
});

/** The first flow that asks for a date: yesterday is no day for the next charge. */
const dated = flows.find(({ fields }) => fields.some(({ kind }) => kind === 'date'));

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

  test('a button shows the request, and wrong answers are told at their field', async ({ page, shopper }) => {
    const field = dated?.fields.find(({ kind }) => kind === 'date');
    const show = page.getByRole('button', { name: flowPages.es.sample.show });
    await shopper.open(`/flows/${dated?.slug}`);
    const day = page.locator(`[name="${field?.name}"]`);
    await day.fill('2031-05-17');
    await show.click();
    await expect(request(shopper)).toContainText('2031-05-17');
    await day.fill('2020-05-17');
    await show.click();
    await expect(page.locator(`[id="${field?.name}-error"]`)).toContainText(problems.es.past_date);
    await expect(day).toHaveValue('2020-05-17');
    await day.fill('2031-05-17');
    await shopper.tryButton.click();
    await shopper.payment.expectForm();
  });
});
