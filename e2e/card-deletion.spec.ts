import { charge } from '@/lib/dictionaries/charge';
import { wallet } from '@/lib/dictionaries/wallet';
import type { SessionKind } from '@/lib/domain/session-request';
import { capture } from '@/lib/flows/follow-ups';
import { expectAccessible } from './axe';
import { expect, test } from './fixtures';
import { haveCard, keepCard } from './kept-cards';
import { becomeOperator, FollowUpPage } from './operators';
import type { Shopper } from './shopper';

type Asked = Exclude<SessionKind, 'TOKEN'>;

const flows = { SALE: 'basic', HOLD: 'preauthorization' } as const satisfies Record<Asked, string>;

/** An order, and its number. */
async function numberedOrder(shopper: Shopper): Promise<{ orderId: string; number: string }> {
  const orderId = await shopper.haveOrder();
  return { orderId, number: await shopper.numberOf(orderId) };
}

/** Uses the kept card for an order, with one click. */
async function useCard(shopper: Shopper, orderId: string, asked: Asked): Promise<void> {
  const { page, locale } = shopper;
  await shopper.open(`/checkout/${orderId}/${flows[asked]}`);
  const kept = page.getByRole('region', { name: charge[locale].asks[asked].title });
  await kept.getByRole('button').click();
  await expect(page).toHaveURL(new RegExp(`/orders/${orderId}`));
}

/** To the page of the only card, and its question whether it is to go. */
async function askToDelete(shopper: Shopper): Promise<void> {
  const { page, locale } = shopper;
  await shopper.open('/wallet');
  await page.getByRole('link', { name: wallet[locale].manage }).click();
  await page.getByText(wallet[locale].forget.ask).click();
}

test.describe('in Spanish, on a phone', () => {
  test.use({ language: 'es', viewport: { width: 360, height: 740 } });

  test('a card with a hold and a refused order goes: the hold is captured, the order is paid otherwise', async ({
    page,
    shopper,
    somebodyElse,
    gateway,
  }) => {
    const { dependents, forget, holder } = wallet.es;
    await shopper.haveAccount();
    await keepCard(shopper, 'approved');
    await expect(page.getByRole('term').filter({ hasText: holder })).toBeVisible();
    await expect(page.getByRole('definition').filter({ hasText: shopper.fullName })).toBeVisible();
    const [held, unpaid] = [await numberedOrder(shopper), await numberedOrder(shopper)];
    await useCard(shopper, held.orderId, 'HOLD');
    await shopper.expectStanding('held');
    const [reference = ''] = await shopper.references();
    await gateway.refuseCharge(unpaid.number);
    await useCard(shopper, unpaid.orderId, 'SALE');
    await shopper.expectStanding('refused');

    await askToDelete(shopper);
    for (const { title, text } of [dependents.held, dependents.unpaid]) {
      await expect(page.getByText(title)).toBeVisible();
      await expect(page.getByText(text)).toBeVisible();
    }
    await expect(page.getByRole('link', { name: held.number, exact: true })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: forget.button }).click();
    await expect(page.getByText(forget.done)).toBeVisible();
    await expect(page.getByText(wallet.es.none)).toBeVisible();
    await expect(page.getByText(dependents.held.text)).toBeVisible();
    await expectAccessible(page);

    await page.getByRole('link', { name: dependents.payOtherwise(unpaid.number) }).click();
    await expect(page).toHaveURL(new RegExp(`/checkout/${unpaid.orderId}`));
    await expect(page.getByRole('region', { name: charge.es.asks.SALE.title })).toHaveCount(0);
    await shopper.payOrder(unpaid.orderId);
    await shopper.openOrder(unpaid.orderId);
    await shopper.expectStanding('paid');

    const desk = new FollowUpPage(await becomeOperator(await somebodyElse()), held.orderId);
    await desk.ask(capture, { amount: '45000' });
    await desk.expectOperation(capture, 'DONE');
    expect(await gateway.ledger(reference)).toMatchObject({ approved: { COP: '45000.00' }, held: {} });
  });
});

test.describe('in English', () => {
  test.use({ language: 'en', viewport: { width: 1280, height: 800 } });

  test('a card goes while its bank is deciding, and the payment is recorded all the same', async ({
    page,
    shopper,
    gateway,
  }) => {
    const { dependents, forget } = wallet.en;
    await shopper.haveAccount();
    await haveCard(shopper, 'pendingThenApproved');
    const { orderId, number } = await numberedOrder(shopper);
    await useCard(shopper, orderId, 'SALE');
    await shopper.expectStanding('confirming');
    const [reference = ''] = await shopper.references();

    await askToDelete(shopper);
    await expect(page.getByText(dependents.at_bank.text)).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: forget.button }).click();
    await expect(page.getByText(forget.done)).toBeVisible();
    await page.getByRole('link', { name: number, exact: true }).click();
    await shopper.expectStanding('confirming');
    const [known] = (await gateway.ledger(reference)).sessions;
    await gateway.approve(known?.requestId ?? 0);
    await shopper.expectStanding('paid');
    expect((await gateway.ledger(reference)).approved).toEqual({ COP: '62000.00' });
  });
});
