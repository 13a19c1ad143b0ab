import { expect } from '@playwright/test';
import { account } from '@/lib/dictionaries/account';
import { cart } from '@/lib/dictionaries/cart';
import { checkout } from '@/lib/dictionaries/checkout';
import { plural } from '@/lib/dictionaries/plural';
import { flowPages } from '@/lib/dictionaries/flows';
import { orders } from '@/lib/dictionaries/orders';
import { shop } from '@/lib/dictionaries/shop';
import type { Standing } from '@/lib/domain/order-standing';
import type { Flow } from '@/lib/flows/flow';
import { buttonFor } from './button-words';
import { openByPost } from './by-post';
import { PaymentPage } from './payment-page';
import { password, type Person } from './people';
import { plentiful, simplest, Visitor } from './visitor';

/** What a person at a browser does in the shop, page by page. */
export class Shopper extends Visitor {
  readonly payment = new PaymentPage(this.page);

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

  /** Tries a way to pay on a sample order, on the page that explains it. */
  get tryButton() {
    const words = Object.values(flowPages[this.locale].sample.buttons);
    return this.page.getByRole('button', { name: new RegExp(`^(${words.join('|')})$`) });
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

  /** The references of all attempts that the order's page tells, newest first. */
  async references(): Promise<string[]> {
    const term = orders[this.locale].attempts.facts.reference;
    const facts = this.attempts.locator('dt', { hasText: new RegExp(`^${term}$`) });
    return facts.locator('xpath=following-sibling::dd[1]').allInnerTexts();
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

  heading(name: string | RegExp) {
    return this.page.getByRole('heading', { name });
  }
}
