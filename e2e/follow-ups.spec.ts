import { orders } from '@/lib/dictionaries/orders';
import { problems } from '@/lib/dictionaries/problems';
import { findFlow } from '@/lib/flows';
import { capture, confirm, decline, reauthorize, refund, release } from '@/lib/flows/follow-ups';
import { expectAccessible } from './axe';
import { payByPost } from './by-post';
import { expect, test } from './fixtures';
import type { Flow } from '@/lib/flows/flow';
import { becomeOperator, FollowUpPage, type Operator } from './operators';
import type { Shopper } from './shopper';

/** Bought with one way to pay; the reference is what the gateway's book calls it. */
async function bought(
  shopper: Shopper,
  slug: string,
  lines?: Parameters<Shopper['haveOrder']>[0],
): Promise<{ orderId: string; reference: string }> {
  const { orderId } = await shopper.havePaid(flowOf(slug), lines);
  const [reference = ''] = await shopper.referencesOf(orderId);
  return { orderId, reference };
}

function flowOf(slug: string): Flow {
  const flow = findFlow(slug);
  if (!flow) throw new Error(`No way to pay is called ${slug}.`);
  return flow;
}

test('a payment is given back whole, once, by the amount typed twice', async ({
  shopper,
  somebodyElse,
  gateway,
}) => {
  const { orderId, reference } = await bought(shopper, 'basic');
  const operator = await becomeOperator(await somebodyElse());
  const page = new FollowUpPage(operator, orderId);
  await page.ask(refund, { amount: '62000', typed: '6200' });
  await expect(page.of(refund).getByText(problems.es.typed_differs)).toBeVisible();
  expect((await gateway.ledger(reference)).refunded).toEqual({});

  await page.fill(refund, { amount: '62000' });
  await page.send(refund);
  await page.expectOperation(refund, 'DONE');
  await expect(page.of(refund)).toHaveCount(0);
  expect((await gateway.ledger(reference)).refunded).toEqual({ COP: '62000.00' });
  await operator.shopper.open('/operator?status=REFUNDED');
  const number = reference.split('-').slice(0, 2).join('-');
  const row = operator.shopper.page.getByRole('row').filter({ hasText: number });
  await expect(row).toContainText(orders.es.standings.returned.badge);
});

test.describe('in English', () => {
  test.use({ language: 'en' });

  test('what can be done after a payment has no barrier', async ({ shopper, somebodyElse, gateway }) => {
    const { orderId, reference } = await bought(shopper, 'preauthorization');
    const page = new FollowUpPage(await becomeOperator(await somebodyElse()), orderId);
    await page.ask(capture, { amount: '62000', typed: '1' });
    await expect(page.of(capture).getByText(problems.en.typed_differs)).toBeVisible();
    await expectAccessible(page.operator.shopper.page);
    await page.fill(capture, { amount: '62000' });
    await page.send(capture);
    await page.expectOperation(capture, 'DONE');
    expect((await gateway.ledger(reference)).approved).toEqual({ COP: '62000.00' });
    await page.ask(refund);
    await page.expectOperation(refund, 'DONE');
    expect((await gateway.ledger(reference)).refunded).toEqual({ COP: '62000.00' });
    await expectAccessible(page.operator.shopper.page);
  });

  test('a hold is released, and nothing is charged', async ({ shopper, somebodyElse, gateway }) => {
    const { orderId, reference } = await bought(shopper, 'preauthorization');
    const page = new FollowUpPage(await becomeOperator(await somebodyElse()), orderId);
    await page.ask(release);
    await page.expectOperation(release, 'DONE');
    const book = await gateway.ledger(reference);
    expect([book.approved, book.held]).toEqual([{}, {}]);
  });
});

test('a part is given back, and the rest can follow', async ({ shopper, somebodyElse, gateway }) => {
  await gateway.switchOn('partialRefundUnsettled');
  const { orderId, reference } = await bought(shopper, 'basic');
  const page = new FollowUpPage(await becomeOperator(await somebodyElse()), orderId);
  await page.ask(refund, { amount: '62001' });
  await expect(page.of(refund).getByText(problems.es.out_of_bounds)).toBeVisible();
  await page.fill(refund, { amount: '20000' });
  await page.send(refund);
  await page.expectOperation(refund, 'DONE');
  expect((await gateway.ledger(reference)).refunded).toEqual({ COP: '20000.00' });
  await page.ask(refund);
  await expect(page.of(refund)).toHaveCount(0);
  expect((await gateway.ledger(reference)).refunded).toEqual({ COP: '62000.00' });
});

test('a hold is lowered, raised and captured for less, each by the last reference', async ({
  shopper,
  somebodyElse,
  gateway,
}) => {
  const { orderId, reference } = await bought(shopper, 'preauthorization');
  const page = new FollowUpPage(await becomeOperator(await somebodyElse()), orderId);
  const held = async () => (await gateway.ledger(reference)).held;
  expect(await held()).toEqual({ COP: '62000.00' });
  for (const amount of ['40000', '50000']) {
    await page.ask(reauthorize, { amount });
    await expect(async () => expect(await held()).toEqual({ COP: `${amount}.00` })).toPass();
    await page.expectOperation(reauthorize, 'DONE');
    await expect(page.of(reauthorize).locator('input[name="typed"]')).toHaveValue('');
  }
  await expect(page.region.getByRole('progressbar')).toHaveAttribute('max', '50000');
  const { transactions } = await gateway.ledger(reference);
  await expect(page.region).toContainText(String(transactions.at(-1)?.internalReference));
  await page.ask(capture, { amount: '45000' });
  await page.expectOperation(capture, 'DONE');
  const book = await gateway.ledger(reference);
  expect([book.approved, book.held]).toEqual([{ COP: '45000.00' }, {}]);
  await expect(page.region.getByRole('progressbar')).toHaveAttribute('value', '45000');
  await expect(page.of(capture)).toHaveCount(0);
});

test('two operators who click at once capture once', async ({ shopper, somebodyElse, gateway }) => {
  const { orderId, reference } = await bought(shopper, 'preauthorization');
  const pages = [
    new FollowUpPage(await becomeOperator(await somebodyElse()), orderId),
    new FollowUpPage(await becomeOperator(await somebodyElse()), orderId),
  ];
  for (const page of pages) {
    await page.open();
    await page.fill(capture, { amount: '62000' });
  }
  await Promise.all(pages.map((page) => page.send(capture)));
  for (const page of pages) {
    await expect(async () => {
      await page.open();
      const { states } = page.texts;
      await expect(page.region.getByText(states.DONE, { exact: true })).toHaveCount(1, { timeout: 1_000 });
    }).toPass();
    await page.expectOperation(capture, 'DONE');
  }
  const { transactions, approved } = await gateway.ledger(reference);
  expect(approved).toEqual({ COP: '62000.00' });
  expect(transactions.filter(({ type }) => type === 'CAPTURE')).toHaveLength(1);
});

test('a capture without an answer freezes the hold until an operator says what the console shows', async ({
  shopper,
  somebodyElse,
  gateway,
}) => {
  const { orderId, reference } = await bought(shopper, 'preauthorization');
  await gateway.onCall('transaction', { referencePrefix: reference }, { reset: true }, 'afterCommit');
  const page = new FollowUpPage(await becomeOperator(await somebodyElse()), orderId);
  await page.ask(capture);
  await expect(page.region.getByText(page.texts.frozen.operator)).toBeVisible();
  await expect(page.of(capture)).toHaveCount(0);
  const other = new FollowUpPage(await becomeOperator(await somebodyElse()), orderId);
  await other.open();
  await expect(other.of(capture)).toHaveCount(0);
  await expect(other.of(release)).toHaveCount(0);
  await expectAccessible(other.operator.shopper.page);
  await other.operator.shopper.open('/operator');
  await expect(other.operator.shopper.page.getByText(other.texts.frozen.title).first()).toBeVisible();

  const { transactions } = await gateway.ledger(reference);
  const captured = String(transactions.find(({ type }) => type === 'CAPTURE')?.internalReference);
  await other.open();
  const { resolve } = other.texts;
  await other.region.getByRole('combobox', { name: resolve.found }).selectOption('done');
  await other.region.getByRole('textbox', { name: resolve.reference }).fill(captured);
  await other.region.getByRole('textbox', { name: resolve.evidence }).fill('The console lists the capture');
  await other.region.getByRole('textbox', { name: resolve.reason }).fill('The answer was lost on the way');
  await other.region.getByRole('button', { name: resolve.button }).click();
  await other.expectOperation(capture, 'DONE');
  await expect(other.region.getByText(other.texts.frozen.title)).toHaveCount(0);
  expect(
    (await gateway.ledger(reference)).transactions.filter(({ type }) => type === 'CAPTURE'),
  ).toHaveLength(1);
});

for (const [followUp, approved, language] of [
  [confirm, { COP: '62000.00' }, 'es'],
  [decline, {}, 'en'],
] as const) {
  test(`what waits for the shop ends by its word: ${followUp.name}`, async ({
    shopper,
    somebodyElse,
    gateway,
  }) => {
    const { orderId, reference } = await bought(shopper, 'confirmation');
    const operator = await becomeOperator(await somebodyElse(language));
    const page = new FollowUpPage(operator, orderId);
    await page.open();
    // Of its quarter of an hour less than a minute is over.
    const words = orders[language].decideBy.remains.replace('#m', '14').replace('#s', '\\d\\d');
    const left = operator.shopper.page.getByText(new RegExp(words));
    await expect(left).toBeVisible();
    await page.ask(followUp);
    await page.expectOperation(followUp, 'DONE');
    await expect(left).toHaveCount(0);
    expect((await gateway.ledger(reference)).approved).toEqual(approved);
  });
}

test('what is too much for one operator waits for another, who agrees', async ({
  shopper,
  somebodyElse,
  gateway,
}) => {
  const { orderId, reference } = await bought(shopper, 'basic', [{ slug: 'club-cafe-ano', quantity: 4 }]);
  const asking = await becomeOperator(await somebodyElse());
  const page = new FollowUpPage(asking, orderId);
  await page.ask(refund, { amount: '2596000' });
  await expect(page.region).toContainText(page.texts.proposed.own);
  await expect(page.region.getByText(page.texts.proposed.agree, { exact: true })).toHaveCount(0);
  await expectAccessible(asking.shopper.page);
  expect((await gateway.ledger(reference)).refunded).toEqual({});

  const second = await becomeOperator(await somebodyElse('en'));
  const { page: browser } = second.shopper;
  const other = new FollowUpPage(second, orderId);
  await second.shopper.open('/operator');
  const card = browser.getByRole('listitem').filter({ hasText: other.texts.proposed.other });
  const number = reference.split('-').slice(0, 2).join('-');
  await card.getByRole('link', { name: orders.en.number(number) }).click();
  await other.region.getByText(other.texts.proposed.agree, { exact: true }).click();
  await other.region
    .getByRole('textbox', { name: other.texts.proposed.reason })
    .first()
    .fill('I saw the mail');
  await other.region.getByRole('button', { name: other.texts.proposed.agreeButton }).click();
  await other.expectOperation(refund, 'DONE');
  expect((await gateway.ledger(reference)).refunded).toEqual({ COP: '2596000.00' });
});

test('an open payment is cancelled by its buyer, and tried again', async ({ page, shopper, gateway }) => {
  const { orderId, requestId } = await shopper.haveOpenPayment();
  await shopper.openOrder(orderId);
  const { title, button } = new FollowUpPage({ shopper } as Operator, orderId).texts.cancel;
  await page.getByText(title, { exact: true }).first().click();
  await page.getByRole('button', { name: button, exact: true }).click();
  await shopper.expectStanding('cancelled_by_store');
  const [reference = ''] = await shopper.references();
  expect((await gateway.ledger(reference)).sessions).toMatchObject([
    { requestId, status: 'REJECTED', reason: 'MC' },
  ]);
  await page.getByRole('link', { name: orders.es.steps.retry }).click();
  await shopper.choose(flowOf('basic'));
  await shopper.openPayment();
  await shopper.payment.pay('approved', 'approved');
  await shopper.payment.returnToShop();
  await shopper.expectStanding('paid');
});

test('a part that is kept after the time is over is accepted by the shop, with a reason', async ({
  shopper,
  somebodyElse,
  gateway,
}) => {
  const { orderId, requestId, address } = await shopper.haveOpenPayment(flowOf('partial'));
  await payByPost(shopper, address, { amount: '20000' });
  await gateway.expire(requestId);
  await shopper.openOrder(orderId);
  await shopper.expectStanding('part_kept');

  const operator = await becomeOperator(await somebodyElse());
  await operator.shopper.openOrder(orderId);
  const { partial } = new FollowUpPage(operator, orderId).texts;
  const decision = operator.shopper.page.getByRole('region', { name: partial.title });
  await decision.getByText(partial.accept, { exact: true }).first().click();
  await decision.getByRole('textbox', { name: partial.reason }).fill('Agreed with the buyer by telephone');
  await expectAccessible(operator.shopper.page);
  await decision.getByRole('button', { name: partial.button, exact: true }).click();
  await expect(decision).toHaveCount(0);
  await operator.shopper.open('/operator/audit');
  const entry = operator.shopper.page
    .getByRole('listitem')
    .filter({ hasText: 'Agreed with the buyer by telephone' });
  await expect(entry.first()).toContainText(operator.texts.actions.DECIDE_PARTIAL);
  await shopper.openOrder(orderId);
  await shopper.expectStanding('paid');
});

test('money moves only within five minutes of the password', async ({ shopper, somebodyElse, gateway }) => {
  const { orderId, reference } = await bought(shopper, 'preauthorization');
  const operator = await becomeOperator(await somebodyElse());
  const page = new FollowUpPage(operator, orderId);
  await page.open();
  await page.fill(release);
  await operator.confirmedMinutesAgo(6);
  await page.send(release);
  await expect(page.of(release).getByText(problems.es.password_needed).first()).toBeVisible();
  expect((await gateway.ledger(reference)).held).toEqual({ COP: '62000.00' });
});

test('nobody but an operator is shown what can be done afterwards', async ({ shopper }) => {
  const { orderId } = await bought(shopper, 'basic');
  await shopper.openOrder(orderId);
  await expect(new FollowUpPage({ shopper } as Operator, orderId).region).toHaveCount(0);
});
