import { randomBytes } from 'node:crypto';
import { orders } from '@/lib/dictionaries/orders';
import { problems } from '@/lib/dictionaries/problems';
import { expectAccessible } from './axe';
import { comeBack, payByPost } from './by-post';
import { expect, test } from './fixtures';
import { ask, becomeOperator } from './operators';
import { demo } from './people';

test('an operator finds an order by each of its names, and asks about it', async ({
  shopper,
  gateway,
  somebodyElse,
}) => {
  const { orderId, requestId } = await shopper.havePaid();
  const [reference = ''] = await shopper.referencesOf(orderId);
  const number = reference.split('-').slice(0, 2).join('-');
  const { transactions } = await gateway.ledger(reference);

  const operator = await becomeOperator(await somebodyElse());
  const { page } = operator.shopper;
  const names = [
    number,
    reference.toLowerCase(),
    String(requestId),
    String(transactions[0]?.internalReference),
  ];
  for (const name of names) {
    await operator.search(name);
    await expect(page.getByRole('heading', { name: operator.texts.found(name, 1) })).toBeVisible();
    await expect(page.getByRole('link', { name: number, exact: true })).toBeVisible();
  }
  await operator.search('LAD-NOTHING');
  await expect(page.getByText(operator.texts.foundNone)).toBeVisible();

  await operator.shopper.open('/operator?status=PAID');
  await expect(page.getByRole('row').filter({ hasText: number })).toContainText(
    orders.es.standings.paid.badge,
  );
  await operator.shopper.open('/operator?status=CANCELLED');
  await expect(page.getByRole('row').filter({ hasText: number })).toHaveCount(0);

  await operator.shopper.openOrder(orderId);
  await operator.shopper.expectStanding('paid');
});

test.describe('in English', () => {
  test.use({ language: 'en' });

  test('what does not fit is let go with a reason, the password and a trace', async ({
    shopper,
    gateway,
    somebodyElse,
  }) => {
    const { orderId, requestId, address } = await shopper.haveOpenPayment();
    await gateway.onNotify(requestId, { drop: true });
    const mend = await gateway.onCall(
      'query',
      { requestId },
      {
        mutate: { path: 'payment.0.amount.from.total', value: 1 },
      },
    );
    await comeBack(shopper, await payByPost(shopper, address));
    await shopper.openOrder(orderId);
    await shopper.expectStanding('under_review');
    await mend();
    const [reference = ''] = await shopper.references();

    const operator = await becomeOperator(await somebodyElse());
    const { page } = operator.shopper;
    const { texts } = operator;
    await operator.confirmedMinutesAgo(6);
    await operator.shopper.open('/operator');
    await expectAccessible(page);
    const card = page.getByRole('listitem').filter({ hasText: reference }).first();
    await card.getByText(texts.clear.title, { exact: true }).click();
    const save = card.getByRole('button', { name: texts.clear.button, exact: true });
    const password = card.getByLabel(texts.clear.password, { exact: true });
    await card.getByRole('textbox', { name: texts.clear.reason }).fill('The bank confirms the whole amount');
    await save.click();
    await expect(card.getByText(problems.en.password_needed).first()).toBeVisible();
    await password.fill('not the password at all');
    await save.click();
    await expect(card.getByText(problems.en.wrong_credentials).first()).toBeVisible();
    await password.fill(demo.operator.password);
    await save.click();
    await expect(page.getByRole('listitem').filter({ hasText: reference })).toHaveCount(0);

    await operator.shopper.open('/operator/audit');
    const entry = page.getByRole('listitem').filter({ hasText: reference });
    await expect(entry).toContainText(texts.actions.CLEAR_SUSPICION);
    await expect(entry).toContainText('The bank confirms the whole amount');
    await expect(entry).toContainText(texts.by('Olga Operadora'));
    await expect(page.getByRole('status')).toContainText(texts.chainHolds(0).split('0')[0] ?? '');
    await expectAccessible(page);
    await expect(async () => {
      await shopper.openOrder(orderId);
      await expect(shopper.heading(orders.en.standings.paid.title)).toBeVisible({ timeout: 1_000 });
    }).toPass();
  });
});

test('money that fits no order is explained once, and stays', async ({ page, shopper, place }) => {
  const mark = `LAD-${randomBytes(5).toString('hex').toUpperCase()}`;
  await ask(
    place,
    `INSERT INTO store."Suspense" ("id", "kind", "dedupeKey", "detail") VALUES ($1, 'unknown_notification', $1, $2)`,
    [mark, JSON.stringify({ reference: mark, requestId: '999' })],
  );
  const { texts } = await becomeOperator(shopper);
  await shopper.open('/operator/suspense');
  const card = page.getByRole('listitem').filter({ hasText: mark });
  await card.getByText(texts.resolve.title, { exact: true }).click();
  await card.getByRole('textbox', { name: texts.resolve.reason }).fill('short');
  await card.getByRole('button', { name: texts.resolve.button, exact: true }).click();
  await expect(card.getByText(problems.es.too_short)).toBeVisible();
  await expectAccessible(page);
  await card
    .getByRole('textbox', { name: texts.resolve.reason })
    .fill('Another shop of ours, told by its owner');
  await card.getByRole('button', { name: texts.resolve.button, exact: true }).click();
  await expect(card).toContainText('Another shop of ours, told by its owner');
  await expect(card.getByRole('button')).toHaveCount(0);
});

test('the notice of a repeated charge shows both formulas tried, and no secret', async ({
  page,
  shopper,
  place,
}) => {
  const mark = `9${Date.now()}`;
  const detail = {
    internalReference: mark,
    status: 'APPROVED',
    date: '2026-11-20T10:00:00-05:00',
    signedBy: 'gateway',
  };
  await ask(
    place,
    `INSERT INTO store."Suspense" ("id", "kind", "dedupeKey", "detail") VALUES ($1, 'recurring_charge', $1, $2)`,
    [mark, JSON.stringify(detail)],
  );
  const { formulas } = (await becomeOperator(shopper)).texts;
  await shopper.open('/operator/suspense');
  const card = page.getByRole('listitem').filter({ hasText: mark }).first();
  const tried = card.getByRole('listitem');
  await expect(tried.filter({ hasText: formulas.checkout })).toContainText(formulas.differs);
  await expect(tried.filter({ hasText: formulas.gateway })).toContainText(formulas.fits);
  await expect(card).toContainText(formulas.neverBooked);
});

test('an operator who does nothing for half an hour is nobody', async ({ shopper }) => {
  const operator = await becomeOperator(shopper);
  expect((await shopper.open('/operator'))?.status()).toBe(200);
  await operator.idleFor(29);
  expect((await shopper.open('/operator'))?.status()).toBe(200);
  await operator.idleFor(31);
  expect((await shopper.open('/operator'))?.status()).toBe(404);
});

test('the pages of the desk exist for operators only', async ({ shopper }) => {
  await shopper.haveAccount();
  for (const path of ['/operator', '/operator/suspense', '/operator/audit'])
    expect((await shopper.open(path))?.status(), path).toBe(404);
});

test('health tells the gateway’s clock and what is in doubt', async ({ shopper, place, request }) => {
  await shopper.haveOpenPayment();
  const health: unknown = await (await request.get(`${place.store}/api/health`)).json();
  expect(health).toMatchObject({
    gateway: { failures: expect.any(Number), clockSkewMs: expect.any(Number) },
    inDoubt: expect.any(Number),
    suspense: expect.any(Number),
  });
});
