import { expect, type APIResponse } from '@playwright/test';
import type { Flow } from '@/lib/flows/flow';
import { cards, cvv } from './cards';
import { post, readForm } from './forms';
import type { Shopper } from './shopper';

/**
 * The way to where a test begins, by the posts of the shop's own forms: what a browser without scripts sends, without
 * drawing the pages between. The pages themselves are walked in buying.spec, and by whoever is about them.
 */

export type Line = { slug: string; quantity: number };

/** From an empty cart to an order that waits to be paid; its id. */
export async function placeByPost(shopper: Shopper, lines: readonly Line[]): Promise<string> {
  for (const { slug, quantity } of lines) {
    const form = await readForm(shopper, `/products/${slug}`, 'productSlug');
    await expectSent(await post(shopper, form, { set: { quantity: String(quantity) } }));
  }
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

/** The payment page that is open refuses a card so many times, by the posts of its form; then it is drawn as it stands. */
export async function refuseByPost(shopper: Shopper, times: number): Promise<void> {
  const { page, watch } = shopper;
  const [address = ''] = page.url().split('?');
  const card = { number: cards.refused, expiry: '12/30', cvv };
  for (let refusal = 1; refusal <= times; refusal += 1) {
    const form = await readForm(shopper, `${address}?step=card`, 'name="cvv"');
    await expectLed(await post(shopper, form, { set: card, origin: watch.place.gateway }));
  }
  await page.goto(address);
}

async function expectSent(answer: APIResponse): Promise<void> {
  expect(answer.status(), answer.url()).toBeLessThan(400);
}

/** Where the answer leads. */
async function expectLed(answer: APIResponse): Promise<string> {
  const address = answer.headers().location;
  if (answer.status() !== 303 || !address)
    throw new Error(`${answer.url()} answered ${answer.status()} and led nowhere: ${await answer.text()}`);
  return address;
}
