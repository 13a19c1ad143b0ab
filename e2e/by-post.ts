import { expect, type APIResponse } from '@playwright/test';
import type { Flow } from '@/lib/flows/flow';
import { cards, cvv, type Card } from './cards';
import { post, readForm, unescaped } from './forms';
import type { Shopper } from './shopper';

/**
 * The way to where a test begins, by the posts of the shop's own forms: what a browser without scripts sends, without
 * drawing the pages between. The pages themselves are walked in buying.spec, and by whoever is about them.
 */

export type Line = { slug: string; quantity: number };

export async function addByPost(shopper: Shopper, { slug, quantity }: Line): Promise<void> {
  const form = await readForm(shopper, `/products/${slug}`, 'productSlug');
  await expectSent(await post(shopper, form, { set: { quantity: String(quantity) } }));
}

/** From an empty cart to an order that waits to be paid; its id. */
export async function placeByPost(shopper: Shopper, lines: readonly Line[]): Promise<string> {
  for (const line of lines) await addByPost(shopper, line);
  const details = await readForm(shopper, '/checkout', 'checkoutKey');
  const address = await expectLed(await post(shopper, details, { set: { ...shopper.person } }));
  const id = /\/checkout\/([\w-]{16,})$/.exec(address)?.[1];
  if (!id) throw new Error(`No order in ${address}.`);
  return id;
}

/** Opens the payment of an order, with the answers the flow's form begins with; the address of the payment page. */
export async function openByPost(shopper: Shopper, orderId: string, flow: Flow): Promise<string> {
  const form = await readForm(shopper, `/checkout/${orderId}/${flow.slug}`, 'attemptKey');
  return expectLed(await post(shopper, form));
}

/** Sends the form of a page that asks for a password, and is led on: registers, or signs in. */
export async function sendByPost(shopper: Shopper, path: string, set: Record<string, string>): Promise<void> {
  await expectLed(await post(shopper, await readForm(shopper, path, 'password'), { set }));
}

/** A payment page that is open at the gateway, and that nobody has drawn yet. */
export type OpenPayment = { orderId: string; requestId: number; address: string };

/** An order, and its payment page: the number of its session stands in the address. */
export async function openedByPost(shopper: Shopper, orderId: string, flow: Flow): Promise<OpenPayment> {
  const address = await openByPost(shopper, orderId, flow);
  return { orderId, address, requestId: Number(/\/session\/(\d+)\//.exec(address)?.[1]) };
}

/**
 * Gives a card to the payment page at this address, by the post of its form; `more` is what the payer says beside the card.
 * Where that leads: to the result, or past it to the shop.
 */
export async function payByPost(
  shopper: Shopper,
  address: string,
  { card = 'approved', ...more }: { card?: Card } & Readonly<Record<string, string>> = {},
): Promise<string> {
  const form = await readForm(shopper, `${address}?step=card`, 'name="cvv"');
  const set = { number: cards[card], expiry: '12/30', cvv, ...more };
  const led = await expectLed(await post(shopper, form, { set, origin: shopper.watch.place.gateway }));
  return new URL(led, address).href;
}

/** "I don't want to continue", and yes; then back at the shop. */
export async function leaveByPost(shopper: Shopper, address: string): Promise<void> {
  const form = await readForm(shopper, `${address}?step=leave`, 'name="requestId"');
  await comeBack(
    shopper,
    await expectLed(await post(shopper, form, { origin: shopper.watch.place.gateway })),
  );
}

/** From where a payment led back to the shop, which hears of it and leads on. */
export async function comeBack(shopper: Shopper, from: string): Promise<void> {
  const link = from.startsWith(shopper.store) ? from : await linkBack(shopper, from);
  await expectLed(await shopper.page.context().request.get(link, { maxRedirects: 0 }));
}

/** The payment page that is open refuses a card so many times, by the posts of its form; then it is drawn as it stands. */
export async function refuseByPost(shopper: Shopper, times: number): Promise<void> {
  const { page } = shopper;
  const [address = ''] = page.url().split('?');
  for (let refusal = 1; refusal <= times; refusal += 1)
    await payByPost(shopper, address, { card: 'refused' });
  await page.goto(address);
}

/** Where the page of a result leads. */
export async function linkBack(shopper: Shopper, address: string): Promise<string> {
  const html = await (await shopper.page.context().request.get(address)).text();
  const links = [...unescaped(html).matchAll(/<a [^>]*href="([^"]+)"/g)].map(([, link = '']) => link);
  const back = links.find((link) => link.startsWith(shopper.store));
  if (!back) throw new Error(`No way back to the shop at ${address}.`);
  return back;
}

async function expectSent(answer: APIResponse): Promise<void> {
  expect(answer.status(), answer.url()).toBeLessThan(400);
}

/** Where the answer leads. */
export async function expectLed(answer: APIResponse): Promise<string> {
  const address = answer.headers().location;
  if (answer.status() !== 303 || !address)
    throw new Error(`${answer.url()} answered ${answer.status()} and led nowhere: ${await answer.text()}`);
  return address;
}
