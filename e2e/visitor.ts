import type { Page } from '@playwright/test';
import type { Locale } from '@/lib/domain/locale';
import { flows } from '@/lib/flows';
import type { Flow } from '@/lib/flows/flow';
import {
  addByPost,
  comeBack,
  openedByPost,
  payByPost,
  placeByPost,
  sendByPost,
  type Line,
  type OpenPayment,
} from './by-post';
import { cards } from './cards';
import { password, somebody, type Person } from './people';
import type { Watch } from './watch';

/** One person at one browser, and what they have before a test begins: by the forms' posts, so that no page is drawn for it. */
export class Visitor {
  readonly person: Person = somebody();

  constructor(
    readonly page: Page,
    readonly locale: Locale,
    readonly watch: Watch,
  ) {
    watch.keepFromShop(this.person.document);
    for (const number of Object.values(cards)) watch.keepFromShop(number);
  }

  get store(): string {
    return this.watch.place.store;
  }

  /** An address of the shop in this person's language: `at('/cart')`. */
  at(path: string): string {
    return `${this.store}/${this.locale}${path}`;
  }

  async open(path: string) {
    return this.page.goto(this.at(path));
  }

  get fullName(): string {
    return `${this.person.name} ${this.person.surname}`;
  }

  /** Has an account and is signed in, by the form's post. */
  async haveAccount(): Promise<void> {
    const { fullName: name, person } = this;
    await sendByPost(this, '/register', { name, email: person.email, password });
  }

  /** Is signed in, by the form's post. */
  async beSignedIn(as: { email: string; password: string }): Promise<void> {
    await sendByPost(this, '/sign-in', as);
  }

  /** Has an order that waits to be paid, placed by the forms' posts; the page stays what it was. */
  async haveOrder(lines: readonly Line[] = [{ slug: plentiful, quantity: 1 }]): Promise<string> {
    return placeByPost(this, lines);
  }

  /** Has an order whose payment page is open, by the forms' posts; the page stays what it was. */
  async haveOpenPayment(flow: Flow = simplest(), lines?: readonly Line[]): Promise<OpenPayment> {
    return openedByPost(this, await this.haveOrder(lines), flow);
  }

  /** Has an order that was paid, and came back, by the forms' posts; the page stays what it was. */
  async havePaid(flow: Flow = simplest(), lines?: readonly Line[]): Promise<OpenPayment> {
    return this.payOrder(await this.haveOrder(lines), flow);
  }

  /** Pays an order, and comes back, by the forms' posts; the page stays what it was. */
  async payOrder(orderId: string, flow: Flow = simplest()): Promise<OpenPayment> {
    const open = await openedByPost(this, orderId, flow);
    await comeBack(this, await payByPost(this, open.address));
    return open;
  }

  /** Has this in the cart, by the posts of the products' forms. */
  async haveInCart(slug: string = plentiful, quantity = 1): Promise<void> {
    await addByPost(this, { slug, quantity });
  }

  /** The references of an order's attempts, by its file for support: nothing is drawn. */
  async referencesOf(orderId: string): Promise<string[]> {
    const { attempts } = await this.#fileOf(orderId);
    return attempts.map(({ reference }) => reference);
  }

  /** LAD- and eight characters, by the same file. */
  async numberOf(orderId: string): Promise<string> {
    return (await this.#fileOf(orderId)).order.number;
  }

  async #fileOf(orderId: string) {
    const answer = await this.page.context().request.get(this.at(`/orders/${orderId}/support`));
    return (await answer.json()) as { order: { number: string }; attempts: { reference: string }[] };
  }
}

/** Plenty of it, so that no test waits for another's stock. */
export const plentiful = 'club-cafe-mes';

/** The first of the registry: it asks nothing and fits every order that costs something. */
export function simplest(): Flow {
  const [first] = flows;
  if (!first) throw new Error('There is no way to pay.');
  return first;
}
