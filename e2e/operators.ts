import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { desk } from '@/lib/dictionaries/desk';
import { orders } from '@/lib/dictionaries/orders';
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
  await shopper.signIn({ email, password: demo.operator.password });
  await expect(shopper.heading(orders[shopper.locale].title)).toBeVisible();
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
