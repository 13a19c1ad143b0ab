import { account } from '@/lib/dictionaries/account';
import { desk } from '@/lib/dictionaries/desk';
import { followUpTexts } from '@/lib/dictionaries/follow-ups';
import { problems } from '@/lib/dictionaries/problems';
import { expectAccessible } from './axe';
import { expect, test } from './fixtures';
import { haveCard } from './kept-cards';
import { ask, becomeOperator } from './operators';

test.use({ viewport: { width: 360, height: 740 } });

test('a charge that nobody answered for a day is ended at the desk, by what PlacetoPay answers', async ({
  page,
  shopper,
  somebodyElse,
  gateway,
  place,
}) => {
  await shopper.haveAccount();
  await haveCard(shopper, 'approved');
  const orderId = await shopper.haveOrder();
  const number = await shopper.numberOf(orderId);
  await gateway.onCall('collect', { referencePrefix: number, nth: 1 }, { reset: true }, 'afterCommit');
  await shopper.open(`/checkout/${orderId}`);
  await page.getByRole('button', { name: /^Pagar .+ con Visa/ }).click();
  await expect(page).toHaveURL(new RegExp(`/orders/${orderId}`));
  const [reference = ''] = await shopper.references();
  await ask(
    place,
    `UPDATE store."CheckoutSession" SET "createdAt" = "createdAt" - interval '25 hours', "nextCheckAt" = now(),
       "leaseUntil" = NULL WHERE "reference" = $1`,
    [reference],
  );

  const operator = await becomeOperator(await somebodyElse());
  const { page: there } = operator.shopper;
  const card = there.getByRole('listitem').filter({ hasText: reference });
  const { doubt } = desk.es;
  const { resolve } = followUpTexts.es;
  await expect(async () => {
    await operator.shopper.open('/operator');
    await expect(card.getByText(doubt.title, { exact: true })).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await shopper.openOrder(orderId);
  await shopper.expectStanding('charge_unknown');
  await card.getByText(doubt.title, { exact: true }).click();
  await card.getByRole('combobox', { name: resolve.found }).selectOption('done');
  await card.getByRole('textbox', { name: doubt.reference }).fill('999999');
  await card.getByRole('textbox', { name: resolve.evidence }).fill('The console, by its reference');
  await card.getByRole('textbox', { name: resolve.reason }).fill('The answer was lost on the way');
  await card.getByRole('button', { name: resolve.button, exact: true }).click();
  await expect(card.getByText(problems.es.evidence_differs)).toBeVisible();
  await card.getByText(account.es.operator.calls, { exact: true }).click();
  await expectAccessible(there);
  const [known] = (await gateway.ledger(reference)).sessions;
  await card.getByRole('textbox', { name: doubt.reference }).fill(String(known?.requestId));
  await card.getByRole('button', { name: resolve.button, exact: true }).click();
  await expect(card).toHaveCount(0);
  await shopper.openOrder(orderId);
  await shopper.expectStanding('paid');
  expect((await gateway.ledger(reference)).approved).toEqual({ COP: '62000.00' });
});
