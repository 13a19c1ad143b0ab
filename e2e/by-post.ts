import { expect, type APIResponse } from '@playwright/test';
import type { Flow } from '@/lib/flows/flow';
import { cards, cvv, type Card } from './cards';
import { post, readForm, unescaped } from './forms';
import type { Visitor } from './visitor';

/**
 * The way to where a test begins, by the posts of the shop's own forms: what a browser without scripts sends, without
 * drawing the pages between. The pages themselves are walked in buying.spec, and by whoever is about them.
 */

export type Line = { slug: string; quantity: number };

export async function addByPost(visitor: Visitor, { slug, quantity }: Line): Promise<void> {
  const form = await readForm(visitor, `/products/${slug}`, 'productSlug');
  await expectSent(await post(visitor, form, { set: { quantity: String(quantity) } }));
}

/** From an empty cart to an order that waits to be paid; its id. */
export async function placeByPost(visitor: Visitor, lines: readonly Line[]): Promise<string> {
  for (const line of lines) await addByPost(visitor, line);
  const details = await readForm(visitor, '/checkout', 'checkoutKey');
  const address = await expectLed(await post(visitor, details, { set: { ...visitor.person } }));
  const id = /\/checkout\/([\w-]{16,})$/.exec(address)?.[1];
  if (!id) throw new Error(`No order in ${address}.`);
  return id;
}

/** Opens the payment of an order, with the answers the flow's form begins with; the address of the payment page. */
export async function openByPost(visitor: Visitor, orderId: string, flow: Flow): Promise<string> {
  const form = await readForm(visitor, `/checkout/${orderId}/${flow.slug}`, 'attemptKey');
  return expectLed(await post(visitor, form));
}

/** Sends the form of a page that asks for a password, and is led on: registers, or signs in. */
export async function sendByPost(visitor: Visitor, path: string, set: Record<string, string>): Promise<void> {
  await expectLed(await post(visitor, await readForm(visitor, path, 'password'), { set }));
}

/** A payment page that is open at the gateway, and that nobody has drawn yet. */
export type OpenPayment = { orderId: string; requestId: number; address: string };

/** An order, and its payment page: the number of its session stands in the address. */
export async function openedByPost(visitor: Visitor, orderId: string, flow: Flow): Promise<OpenPayment> {
  const address = await openByPost(visitor, orderId, flow);
  return { orderId, address, requestId: Number(/\/session\/(\d+)\//.exec(address)?.[1]) };
}

/**
 * Gives a card to the payment page at this address, by the post of its form; `more` is what the payer says beside the card.
 * Where that leads: to the result, or past it to the shop.
 */
export async function payByPost(
  visitor: Visitor,
  address: string,
  { card = 'approved', ...more }: { card?: Card } & Readonly<Record<string, string>> = {},
): Promise<string> {
  const form = await readForm(visitor, `${address}?step=card`, 'name="cvv"');
  const set = { number: cards[card], expiry: '12/30', cvv, ...more };
  const led = await expectLed(await post(visitor, form, { set, origin: visitor.watch.place.gateway }));
  return new URL(led, address).href;
}

/** "I don't want to continue", and yes; then back at the shop. */
export async function leaveByPost(visitor: Visitor, address: string): Promise<void> {
  const form = await readForm(visitor, `${address}?step=leave`, 'name="requestId"');
  await comeBack(
    visitor,
    await expectLed(await post(visitor, form, { origin: visitor.watch.place.gateway })),
  );
}

/** From where a payment led back to the shop, which hears of it and leads on. */
export async function comeBack(visitor: Visitor, from: string): Promise<void> {
  const link = from.startsWith(visitor.store) ? from : await linkBack(visitor, from);
  await expectLed(await visitor.page.context().request.get(link, { maxRedirects: 0 }));
}

/** The payment page that is open refuses a card so many times, by the posts of its form; then it is drawn as it stands. */
export async function refuseByPost(visitor: Visitor, times: number): Promise<void> {
  const { page } = visitor;
  const [address = ''] = page.url().split('?');
  for (let refusal = 1; refusal <= times; refusal += 1)
    await payByPost(visitor, address, { card: 'refused' });
  await page.goto(address);
}

/** Where the page of a result leads. */
export async function linkBack(visitor: Visitor, address: string): Promise<string> {
  const html = await (await visitor.page.context().request.get(address)).text();
  const links = [...unescaped(html).matchAll(/<a [^>]*href="([^"]+)"/g)].map(([, link = '']) => link);
  const back = links.find((link) => link.startsWith(visitor.store));
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
