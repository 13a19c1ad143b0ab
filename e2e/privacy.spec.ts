import { account } from '@/lib/dictionaries/account';
import { checkout } from '@/lib/dictionaries/checkout';
import { orders } from '@/lib/dictionaries/orders';
import { basic } from '@/lib/flows/basic';
import { linkBack, openedByPost, payByPost } from './by-post';
import { expect, test } from './fixtures';
import { post, readForm, unescaped } from './forms';
import { demo } from './people';
import type { Shopper } from './shopper';

/** Who may not see an order of somebody else's, and how each comes to be. */
const viewers: readonly (readonly [name: string, become: (shopper: Shopper) => Promise<void>])[] = [
  ['a stranger', async () => {}],
  ['another buyer', (shopper) => shopper.haveAccount()],
];

const nonces = /nonce="[^"]*"|\\?"nonce\\?":\\?"[^"]*"/g;

const pages = (orderId: string) => [
  `/orders/${orderId}`,
  `/checkout/${orderId}`,
  `/checkout/${orderId}/basic`,
];

for (const [name, become] of viewers) {
  test(`somebody else’s order and no order at all look the same to ${name}`, async ({
    shopper,
    somebodyElse,
  }) => {
    await shopper.haveAccount();
    const theirs = await shopper.haveOrder();
    const nobodys = `${theirs.slice(0, -4)}zzzz`;
    const viewer = await somebodyElse();
    await become(viewer);
    for (const [index, path] of pages(theirs).entries()) {
      const one = await viewer.page.context().request.get(viewer.at(path));
      const other = await viewer.page.context().request.get(viewer.at(pages(nobodys)[index] ?? ''));
      expect.soft(one.status(), path).toBe(404);
      expect.soft(other.status(), path).toBe(404);
      const told = await one.text();
      // Each page names itself and is signed anew; beside that they are the same.
      const blurred = (text: string) =>
        text.replaceAll(theirs, '').replaceAll(nobodys, '').replace(nonces, '');
      expect
        .soft(blurred(told) === blurred(await other.text()), `${path} tells which orders there are`)
        .toBe(true);
      expect.soft(told, path).not.toContain(shopper.person.email);
      expect.soft(told, path).not.toContain(shopper.person.surname);
    }
    const opened = await viewer.page.goto(viewer.at(`/orders/${theirs}`));
    expect(opened?.status()).toBe(404);
  });
}

for (const [name, become] of viewers) {
  test(`${name} can neither pay nor ask about somebody else’s order`, async ({
    shopper,
    somebodyElse,
    gateway,
  }) => {
    const { orderId: theirs, requestId } = await shopper.haveOpenPayment();
    const viewer = await somebodyElse();
    await become(viewer);
    const own = await viewer.haveOrder();

    const payForm = await readForm(viewer, `/checkout/${own}/basic`, 'attemptKey');
    const paid = await post(viewer, payForm, { set: { orderId: theirs } });
    expect(paid.status()).toBeLessThan(500);
    expect(paid.headers().location ?? '').not.toContain('/sandbox/');
    expect(unescaped(await paid.text())).toContain(checkout.es.problems.unknown_order.title);

    await openedByPost(viewer, own, basic);
    const askForm = await readForm(viewer, `/orders/${own}`, orders.es.steps.ask);
    const asked = await post(viewer, askForm, { set: { orderId: theirs } });
    expect(asked.status()).toBeLessThan(500);
    expect(await asked.text()).not.toContain(shopper.person.email);

    await shopper.openOrder(theirs);
    await shopper.expectStanding('continue');
    const references = await shopper.references();
    expect(references).toHaveLength(1);
    expect((await gateway.ledger(references[0] ?? '')).sessions).toMatchObject([{ requestId }]);
  });
}

test('a guest’s order opens with its link in another browser, and with no other key', async ({
  page,
  shopper,
  somebodyElse,
}) => {
  const orderId = await shopper.haveOrder();
  await shopper.openOrder(orderId);
  const link = await page.getByRole('textbox', { name: orders.es.keep.label }).inputValue();

  const friend = await somebodyElse();
  expect((await friend.open(`/orders/${orderId}`))?.status()).toBe(404);
  expect((await friend.page.goto(`${link.slice(0, -3)}abc`))?.status()).toBe(404);
  await friend.page.goto(link);
  await friend.expectStanding('unpaid');
  expect(friend.page.url()).toBe(friend.at(`/orders/${orderId}`));
});

test('the key of one order opens no other', async ({ page, shopper, somebodyElse }) => {
  const mine = await shopper.haveOrder();
  await shopper.openOrder(mine);
  const link = await page.getByRole('textbox', { name: orders.es.keep.label }).inputValue();
  const other = await somebodyElse();
  const theirs = await other.haveOrder();
  const answer = await page.goto(link.replace(mine, theirs));
  expect(answer?.status()).toBe(404);
});

test('my orders are mine alone', async ({ shopper, somebodyElse }) => {
  await shopper.haveAccount();
  await shopper.haveOrder();
  const other = await somebodyElse();
  await other.haveAccount();
  await other.open('/orders');
  await expect(other.page.getByText(orders.es.none)).toBeVisible();
});

test('the operator’s desk exists for operators only', async ({ page, shopper, somebodyElse }) => {
  expect((await shopper.open('/operator'))?.status()).toBe(404);
  await shopper.haveAccount();
  expect((await shopper.open('/operator'))?.status()).toBe(404);
  await expect(page.getByText(account.es.operator.title)).toHaveCount(0);
  const operator = await somebodyElse();
  await operator.beSignedIn(demo.operator);
  expect((await operator.open('/operator'))?.status()).toBe(200);
  await expect(operator.heading(account.es.operator.title)).toBeVisible();
});

test('a return link shows the order to who brought it, and a made-up one leads to nobody’s', async ({
  page,
  shopper,
  somebodyElse,
}) => {
  const { orderId, address } = await shopper.haveOpenPayment();
  const link = await linkBack(shopper, await payByPost(shopper, address));
  expect(link).toMatch(/\/checkout\/return\/[\w-]{20,}$/);
  expect(link).not.toContain(orderId);

  const stranger = await somebodyElse();
  const madeUp = link.replace(/[\w-]{6}$/, 'AAAAAA');
  await stranger.page.goto(madeUp);
  expect(stranger.page.url()).toBe(stranger.at('/orders'));
  await expect(stranger.page.getByText(orders.es.none)).toBeVisible();
  await page.goto(link);
  await shopper.expectStanding('paid');
});
