import type { Page } from '@playwright/test';
import { flowPages } from '@/lib/dictionaries/flows';
import { formatDay, formatMoney } from '@/lib/dictionaries/format';
import { orders } from '@/lib/dictionaries/orders';
import { outcomes } from '@/lib/dictionaries/outcomes';
import type { Locale } from '@/lib/domain/locale';
import type { Standing } from '@/lib/domain/order-standing';
import { flows } from '@/lib/flows';
import type { Flow } from '@/lib/flows/flow';
import { expectAccessible } from './axe';
import { leaveByPost, openByPost, openedByPost, refuseByPost } from './by-post';
import type { Card } from './cards';
import { expect, test } from './fixtures';
import { unescaped } from './forms';
import { act } from './merchant';
import { samplePlanOf, sampleOrderOf, wellEnded } from './sample-plans';
import type { Shopper } from './shopper';

/**
 * Every way to pay, from the registry: a new one is tested by being named there. Which journey is walked in which
 * language alternates, because all flows share their pages; how each of them ends is read in both.
 */
const languages = (index: number): [Locale, Locale] => (index % 2 === 0 ? ['es', 'en'] : ['en', 'es']);

const litState = (page: Page) => page.locator('li[aria-current="step"][data-state]');

/** How things stand, as the page that is open tells it, and as it is told in the other language. */
async function expectTold(shopper: Shopper, standing: Standing) {
  await shopper.expectStanding(standing);
  const other = shopper.locale === 'es' ? 'en' : 'es';
  const path = `${shopper.store}/${other}/orders/${shopper.orderId}`;
  const answer = await shopper.page.context().request.get(path);
  expect(unescaped(await answer.text()), path).toContain(orders[other].standings[standing].title);
}

/** Whoever wants the card kept says so; nobody else is asked. */
async function consent({ page }: Shopper) {
  const box = page.getByRole('checkbox', { name: /guardando tu información|keeping your details/ });
  if (await box.isVisible()) await box.check();
}

/** With `skipResult` there is no page of results to come back from. */
async function comeBack(shopper: Shopper, flow: Flow) {
  if (!samplePlanOf(flow).skipResult) await shopper.payment.returnToShop();
}

async function payWith(shopper: Shopper, flow: Flow, card: Card) {
  await consent(shopper);
  await shopper.payment.fillCard(card);
  await shopper.payment.payButton.click();
  await comeBack(shopper, flow);
}

/** A payment that waits for the shop's word gets it; desk.spec gives it by the operator's own button. */
async function confirmed(shopper: Shopper, flow: Flow) {
  if (!samplePlanOf(flow).metadata?.requiresConfirmation) return;
  await expectTold(shopper, 'awaiting_shop');
  const term = orders[shopper.locale].attempts.facts.internalReference;
  const fact = shopper.attempts.locator('dt', { hasText: new RegExp(`^${term}$`) }).first();
  const internalReference = await fact.locator('xpath=following-sibling::dd[1]').innerText();
  await act(shopper.watch.place, 'confirm', Number(internalReference));
}

for (const [index, flow] of flows.entries()) {
  const [first, second] = languages(index);
  const { kind, payment, metadata } = samplePlanOf(flow);
  const isConfirmed = metadata?.requiresConfirmation === true;

  test.describe(`${flow.slug} in ${first}`, () => {
    test.use({ language: first });

    test(`${flow.slug} is explained, tried on a sample order and approved (${first})`, async ({
      page,
      shopper,
      gateway,
    }) => {
      const keeps = kind === 'TOKEN' || payment?.subscribe === true;
      if (keeps) await shopper.haveAccount();
      await shopper.open('/flows');
      await page.getByRole('link', { name: flowPages[first].open(flow.texts[first].title) }).click();
      const main = page.getByRole('main');
      for (const words of [flow.texts[first].useCase, ...flow.texts[first].rules, ...flow.texts[first].steps])
        await expect(main).toContainText(words);
      for (const { name, label } of flow.states)
        await expect(page.locator(`[data-state="${name}"]`)).toContainText(label[first]);
      for (const { label } of flow.fields) await expect(page.getByLabel(label[first]).first()).toBeVisible();
      const request = page.getByRole('region', { name: flowPages[first].request.label });
      await expect(request).toContainText('"userAgent"');
      if (payment?.recurring)
        await expect(main).toContainText(formatDay(payment.recurring.nextPayment, first));
      // The pages differ in what they ask: the most and the least of it is judged, in both languages.
      if (index < 2 || flow.fields.length > 4) await expectAccessible(page);

      await shopper.tryButton.click();
      await shopper.payment.expectForm();
      await payWith(shopper, flow, 'approved');
      await confirmed(shopper, flow);
      await expectTold(shopper, wellEnded[kind]);
      const [reference = ''] = await shopper.references();
      const ledger = await gateway.ledger(reference);
      // What is held or only kept is not charged.
      expect(Object.keys(ledger.approved)).toEqual(kind === 'SALE' ? ['COP'] : []);
      await expectOutcome(page, flow, first);

      await page.getByText(outcomes[first].path.title).click();
      await expect(litState(page)).toHaveCount(1);
      await page.getByRole('link', { name: outcomes[first].path.about(flow.texts[first].title) }).click();
      await expect(litState(page)).toHaveCount(1);
      await expect(litState(page)).toContainText(flowPages[first].diagram.here);
    });
  });

  test.describe(`${flow.slug} in ${second}`, () => {
    test.use({ language: second });

    test(`${flow.slug}: left, expired, refused, pending, and in the end approved (${second})`, async ({
      page,
      shopper,
      gateway,
    }) => {
      const lines = flow.sample.lines.map(({ productSlug: slug, quantity }) => ({ slug, quantity }));
      const orderId = await shopper.haveOrder(lines);
      await leaveByPost(shopper, await openByPost(shopper, orderId, flow));
      await shopper.openOrder(orderId);
      await expectTold(shopper, 'left');

      await gateway.expire((await openedByPost(shopper, orderId, flow)).requestId);
      await shopper.openOrder(orderId);
      await expectTold(shopper, 'expired');

      await page.getByRole('link', { name: orders[second].steps.retry }).click();
      let requestId = await shopper.openPayment(flow);
      if (isConfirmed) {
        // The network is asked when the shop confirms, so that is when it refuses, and for good.
        await payWith(shopper, flow, 'refused');
        await confirmed(shopper, flow);
        await expectTold(shopper, 'refused');
        requestId = await shopper.pay(orderId, flow);
      } else {
        await refuseByPost(shopper, 1);
        await shopper.payment.expectOutcome('refused');
        await shopper.payment.tryAgain();
      }
      await payWith(shopper, flow, 'pendingThenApproved');
      await confirmed(shopper, flow);
      if (isConfirmed) await page.getByRole('button', { name: orders[second].steps.ask }).click();
      // Keeping a card asks no bank, so nothing of it waits.
      if (kind !== 'TOKEN') {
        await expectTold(shopper, 'processing');
        await gateway.approve(requestId);
      }
      await expectTold(shopper, wellEnded[kind]);
      await expect(shopper.attempts).toHaveCount(isConfirmed ? 4 : 3);
    });
  });
}

/** What the plan asked for beyond the money is on the order's page. */
async function expectOutcome(page: Page, flow: Flow, language: Locale) {
  const { kind, payment } = samplePlanOf(flow);
  const region = (name: string) => page.getByRole('region', { name });
  const texts = outcomes[language];
  if (payment?.recurring) {
    await expect(region(texts.schedule.title).getByRole('time').first()).toBeVisible();
  }
  if (payment?.dispersion) {
    const rows = region(texts.split.title).first().getByRole('row');
    await expect(rows).toHaveCount(payment.dispersion.length + 2);
    await expect(rows.filter({ hasText: texts.split.states.approved })).toHaveCount(
      payment.dispersion.length,
    );
    await expect(rows.last()).toContainText(formatMoney(sampleOrderOf(flow).total, language));
  }
  if (payment?.allowPartial) await expect(region(texts.parts.title)).toContainText(texts.parts.complete);
  if (payment?.subscribe || kind === 'TOKEN')
    await expect(region(texts.card.title)).toContainText(
      kind === 'TOKEN' ? texts.card.tokenKept : texts.card.kept,
    );
}
