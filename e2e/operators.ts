import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { desk } from '@/lib/dictionaries/desk';
import { followUpTexts } from '@/lib/dictionaries/follow-ups';
import type { OperationState } from '@/lib/domain/operation';
import type { FollowUp } from '@/lib/flows/follow-up';
import { expect } from './fixtures';
import { demo } from './people';
import type { Place } from './servers';
import type { Shopper } from './shopper';

/** Signs in at this browser as an operator nobody else is: what one test does to its sign-in touches no other. */
export async function becomeOperator(shopper: Shopper): Promise<Operator> {
  const id = `operator-${randomBytes(6).toString('hex')}`;
  const email = `${id}@ladera.test`;
  const { place } = shopper.watch;
  // The demo's operator lends the hash of a password that is known.
  await ask(
    place,
    `INSERT INTO store."User" ("id", "email", "name", "passwordHash", "role")
     SELECT $1, $2, 'Olga Operadora', "passwordHash", 'OPERATOR' FROM store."User" WHERE "email" = $3`,
    [id, email, demo.operator.email],
  );
  await shopper.beSignedIn({ email, password: demo.operator.password });
  return new Operator(shopper, id);
}

export class Operator {
  constructor(
    readonly shopper: Shopper,
    readonly id: string,
  ) {}

  get texts() {
    return desk[this.shopper.locale];
  }

  /** As if the password had been typed so many minutes ago. */
  async confirmedMinutesAgo(minutes: number): Promise<void> {
    await this.#set('confirmedAt', minutes);
  }

  /** As if nothing had been asked for so many minutes. */
  async idleFor(minutes: number): Promise<void> {
    await this.#set('seenAt', minutes);
  }

  async search(text: string): Promise<void> {
    const form = this.shopper.page.getByRole('search', { name: this.texts.search });
    await this.shopper.open('/operator');
    await form.getByRole('searchbox').fill(text);
    await form.getByRole('button', { name: this.texts.searchButton, exact: true }).click();
  }

  async #set(column: 'confirmedAt' | 'seenAt', minutes: number): Promise<void> {
    await ask(
      this.shopper.watch.place,
      `UPDATE store."OperatorSession" SET "${column}" = now() - $1 * interval '1 minute' WHERE "userId" = $2`,
      [minutes, this.id],
    );
  }
}

/** One statement on the shop's own tables, for what no person can bring about in a minute. */
export async function ask(place: Place, statement: string, values: readonly unknown[] = []): Promise<void> {
  const client = new pg.Client({ connectionString: place.databaseUrl });
  await client.connect();
  try {
    await client.query(statement, [...values]);
  } finally {
    await client.end();
  }
}

/** The operator's side of an order: what can be done with its transactions. */
export class FollowUpPage {
  readonly texts;
  constructor(
    readonly operator: Operator,
    readonly orderId: string,
  ) {
    this.texts = followUpTexts[operator.shopper.locale];
  }

  async open(): Promise<void> {
    await this.operator.shopper.openOrder(this.orderId);
    await expect(this.region).toBeVisible();
  }

  get region() {
    return this.operator.shopper.page.getByRole('region', { name: this.texts.title, exact: true });
  }

  /** The disclosure of one operation. */
  of({ label }: FollowUp) {
    const { page, locale } = this.operator.shopper;
    return this.region
      .locator('details')
      .filter({ has: page.locator('summary', { hasText: new RegExp(`^${label[locale]}$`) }) });
  }

  /** Types an operation's amount (the whole where it is left out), confirms it, and says why. Sends nothing yet. */
  async fill(followUp: FollowUp, { amount, typed }: { amount?: string; typed?: string } = {}): Promise<void> {
    const form = this.of(followUp);
    if (!(await form.getByRole('button').isVisible())) await form.locator('summary').click();
    const field = form.getByRole('textbox', { name: this.texts.amount, exact: true });
    if (amount !== undefined) await field.fill(amount);
    const hidden = form.locator('input[name="amount"]');
    await form.locator('input[name="typed"]').fill(typed ?? amount ?? (await hidden.inputValue()));
    await form
      .getByRole('textbox', { name: this.texts.resolve.reason, exact: true })
      .fill('The buyer asked for it');
  }

  async send(followUp: FollowUp): Promise<void> {
    await this.of(followUp).getByRole('button').click();
  }

  /** On the page as it stands, if it is the order's. */
  async ask(followUp: FollowUp, amounts: { amount?: string; typed?: string } = {}): Promise<void> {
    if (!this.operator.shopper.page.url().endsWith(`/orders/${this.orderId}`)) await this.open();
    await this.fill(followUp, amounts);
    await this.send(followUp);
  }

  /** The newest of what was asked for, as the page tells it. */
  async expectOperation(followUp: FollowUp, state: OperationState): Promise<void> {
    const { page, locale } = this.operator.shopper;
    const row = this.region.getByRole('listitem').filter({ hasNot: page.getByRole('heading') });
    const newest = row.filter({ hasText: followUp.label[locale] }).last();
    await expect(newest).toContainText(this.texts.states[state]);
    await expect(newest).toContainText('Olga Operadora');
  }
}
