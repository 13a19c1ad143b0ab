import { expect, type Page } from '@playwright/test';
import { account } from '@/lib/dictionaries/account';
import { cart } from '@/lib/dictionaries/cart';
import { checkout } from '@/lib/dictionaries/checkout';
import { plural } from '@/lib/dictionaries/plural';
import { orders } from '@/lib/dictionaries/orders';
import { shop } from '@/lib/dictionaries/shop';
import type { Locale } from '@/lib/domain/locale';
import type { Standing } from '@/lib/domain/order-standing';
import { flows } from '@/lib/flows';
import type { Flow } from '@/lib/flows/flow';
import {
  addByPost,
  comeBack,
  openByPost,
  openedByPost,
  payByPost,
  placeByPost,
  sendByPost,
  type Line,
  type OpenPayment,
} from './by-post';
import { cards } from './cards';
import { PaymentPage } from './payment-page';
import { password, somebody, type Person } from './people';
import type { Watch } from './watch';

/** Plenty of it, so that no test waits for another's stock. */
export const plentiful = 'club-cafe-mes';

/** One person at one browser, and what they do in the shop. */
export class Shopper {
  readonly person: Person = somebody();
  readonly payment: PaymentPage;

  constructor(
    readonly page: Page,
    readonly locale: Locale,
    readonly watch: Watch,
  ) {
    this.payment = new PaymentPage(page);
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

  async addToCart(slug: string = plentiful, quantity = 1): Promise<void> {
    const texts = shop[this.locale];
    await this.open(`/products/${slug}`);
    await this.page.getByRole('spinbutton', { name: texts.quantity }).fill(String(quantity));
    await this.page.getByRole('button', { name: texts.addToCart, exact: true }).click();
    const added = this.page.getByRole('status').filter({ hasText: texts.added });
    await expect(added.or(this.heading(cart[this.locale].title))).toBeVisible();
  }

  async fillDetails(changes: Partial<Person> = {}): Promise<void> {
    const { fields } = checkout[this.locale];
    const person = { ...this.person, ...changes };
    const fill = (field: keyof Person) =>
      this.page.getByRole('textbox', { name: fields[field], exact: true }).fill(person[field]);
    for (const field of [
      'name',
      'surname',
      'email',
      'phone',
      'document',
      'street',
      'city',
    ] as const satisfies readonly (keyof Person)[])
      await fill(field);
  }

  get placeButton() {
    return this.page.getByRole('button', { name: buttonFor(checkout[this.locale].place) });
  }

  get payButtonName(): RegExp {
    const words = Object.values(checkout[this.locale].pay.buttons).map((button) => buttonFor(button).source);
    return new RegExp(words.join('|'));
  }

  get payButton() {
    return this.page.getByRole('button', { name: this.payButtonName });
  }

  /** From the cart to the page that says what paying will be. */
  async placeOrder(flow: Flow = simplest()): Promise<string> {
    await this.open('/cart');
    await this.page
      .getByRole('link', { name: cart[this.locale].checkout })
      .or(this.page.getByRole('button', { name: cart[this.locale].checkout }))
      .click();
    await expect(this.heading(checkout[this.locale].title)).toBeVisible();
    await this.fillDetails();
    await this.placeButton.click();
    await this.choose(flow);
    return this.orderId;
  }

  /** Picks a way to pay, where there is more than one. */
  async choose(flow: Flow = simplest()): Promise<void> {
    const card = this.flowCard(flow);
    await expect(this.payButton.or(card)).toBeVisible();
    if (await card.isVisible()) await card.click();
    await expect(this.payButton).toBeVisible();
  }

  /** The picker's card of one way to pay. */
  flowCard({ texts }: Flow) {
    return this.page.getByRole('link', { name: checkout[this.locale].choose.pick(texts[this.locale].title) });
  }

  /** Presses the button that leads to the gateway, and arrives. */
  async openPayment(flow: Flow = simplest()): Promise<number> {
    await this.choose(flow);
    await this.payButton.click();
    await this.payment.expectForm();
    return this.payment.requestId;
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

  /** Has an order, and is at the gateway's card form to pay it. */
  async goAndPay(slug: string = plentiful): Promise<{ orderId: string; requestId: number }> {
    const orderId = await this.haveOrder([{ slug, quantity: 1 }]);
    return { orderId, requestId: await this.pay(orderId) };
  }

  /** Opens the payment of an order by the form's post, and is at the gateway's card form; its requestId. */
  async pay(orderId: string, flow: Flow = simplest()): Promise<number> {
    await this.page.goto(`${await openByPost(this, orderId, flow)}?step=card`);
    await this.payment.expectForm();
    return this.payment.requestId;
  }

  /** Has an order, and is at the page that says what paying it will be. */
  async readyToPay(flow: Flow = simplest()): Promise<string> {
    const orderId = await this.haveOrder();
    await this.open(`/checkout/${orderId}/${flow.slug}`);
    await expect(this.payButton).toBeVisible();
    return orderId;
  }

  /** The order that the address names. */
  get orderId(): string {
    const id = /\/(?:checkout|orders)\/([\w-]{16,})/.exec(new URL(this.page.url()).pathname)?.[1];
    if (!id) throw new Error(`No order in ${this.page.url()}`);
    return id;
  }

  async expectStanding(standing: Standing): Promise<void> {
    await expect(this.heading(orders[this.locale].standings[standing].title)).toBeVisible();
  }

  async openOrder(orderId: string): Promise<void> {
    await this.open(`/orders/${orderId}`);
  }

  /** What the order's page says of every attempt, in its own words. */
  get attempts() {
    return this.page
      .getByRole('region', { name: orders[this.locale].attempts.title })
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('heading', { level: 3 }) });
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

  /** The references of all attempts that the order's page tells, newest first. */
  async references(): Promise<string[]> {
    const term = orders[this.locale].attempts.facts.reference;
    const facts = this.attempts.locator('dt', { hasText: new RegExp(`^${term}$`) });
    return facts.locator('xpath=following-sibling::dd[1]').allInnerTexts();
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

  async register(): Promise<void> {
    const texts = account[this.locale].register;
    await this.open('/register');
    await this.page.getByRole('textbox', { name: texts.name, exact: true }).fill(this.fullName);
    await this.page.getByRole('textbox', { name: texts.email, exact: true }).fill(this.person.email);
    await this.page.getByLabel(texts.password, { exact: true }).fill(password);
    await this.page.getByRole('button', { name: texts.button, exact: true }).click();
    await expect(this.heading(orders[this.locale].title)).toBeVisible();
  }

  async signIn(given: { email?: string; password?: string } = {}): Promise<void> {
    const texts = account[this.locale].signIn;
    await this.open('/sign-in');
    await this.page
      .getByRole('textbox', { name: texts.email, exact: true })
      .fill(given.email ?? this.person.email);
    await this.page.getByLabel(texts.password, { exact: true }).fill(given.password ?? password);
    await this.page.getByRole('button', { name: texts.button, exact: true }).click();
  }

  async signOut(): Promise<void> {
    const texts = account[this.locale];
    await this.open('/sign-in');
    await this.page.getByRole('button', { name: texts.signOut, exact: true }).click();
    await expect(this.page.getByRole('button', { name: texts.signIn.button, exact: true })).toBeVisible();
  }

  /** The orders that the list of orders shows. */
  get orderLinks() {
    const [before = '', after = ''] = orders[this.locale].number('\0').split('\0');
    return this.page
      .getByRole('main')
      .getByRole('link', { name: new RegExp(`^${before}[A-Z0-9-]+${after}$`) });
  }

  /** What the header says of the cart, once the server has taken it. */
  async expectCartCount(units: number): Promise<void> {
    const texts =
      units === 0 ? shop[this.locale].cart : plural(this.locale, units, shop[this.locale].cartCount);
    const link = this.page.getByRole('banner').getByRole('link', { name: new RegExp(`^${texts}( |$)`) });
    await expect(link).toBeVisible();
    if (units === 0) await expect(link).toHaveAccessibleName(texts);
  }

  get fullName(): string {
    return `${this.person.name} ${this.person.surname}`;
  }

  heading(name: string | RegExp) {
    return this.page.getByRole('heading', { name });
  }
}

/** The first of the registry: it asks nothing and fits every order that costs something. */
function simplest(): Flow {
  const [first] = flows;
  if (!first) throw new Error('There is no way to pay.');
  return first;
}

/** A button whose words hold an amount, whatever the amount. */
function buttonFor(words: (amount: string) => string): RegExp {
  const [before = '', after = ''] = words('\0')
    .split('\0')
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${before}.+${after}$`);
}
