import { expect } from '@playwright/test';
import type { Place } from './servers';

type Entry = {
  internalReference: number;
  requestId: number | null;
  type: string;
  status: string;
  currency: string;
  /** With the currency's digits, for example "62000.00". */
  total: string;
};

/** The gateway's own book of one reference; amounts are decimal strings by currency. */
export type Ledger = {
  sessions: { requestId: number; status: string; reason: string }[];
  approved: Record<string, string>;
  held: Record<string, string>;
  refunded: Record<string, string>;
  refused: Record<string, string>;
  pending: Record<string, string>;
  transactions: Entry[];
};

export type Delivery = {
  origin: string;
  body: string;
  state: string;
  httpStatus: number | null;
};

type NotifyFault = { drop: true } | { duplicate: number } | { delayMs: number } | { forge: string };
type CallFault =
  { hang: true } | { status: number } | { reset: true } | { mutate: { path: string; value: unknown } };

/** The gateway's operator: what a test may arrange, and its own book of what was charged. */
export class GatewayControl {
  constructor(private readonly place: Place) {}

  async ledger(reference: string): Promise<Ledger> {
    return (await this.#ask('GET', `/ledger?reference=${encodeURIComponent(reference)}`)) as Ledger;
  }

  /** The request of a session as the gateway keeps it. */
  async received(requestId: number): Promise<Record<string, unknown>> {
    const { request } = (await this.#ask('GET', `/sessions/${requestId}`)) as {
      request: Record<string, unknown>;
    };
    return request;
  }

  async deliveries(requestId: number): Promise<Delivery[]> {
    const { deliveries } = (await this.#ask('GET', `/deliveries?requestId=${requestId}`)) as {
      deliveries: Delivery[];
    };
    return deliveries;
  }

  /** Waits until the gateway has sent its one notification, and answers with what became of it. */
  async notified(requestId: number): Promise<Delivery> {
    let last: Delivery | undefined;
    await expect(async () => {
      last = (await this.deliveries(requestId)).find(({ origin }) => origin === 'FINAL');
      expect(last?.state).toMatch(/DELIVERED|REFUSED|FAILED|DROPPED/);
    }).toPass();
    if (!last) throw new Error('There is no notification.');
    return last;
  }

  /** What happens to the notification of this session when it ends. */
  async onNotify(requestId: number, fault: NotifyFault): Promise<void> {
    await this.#ask('POST', '/faults', { op: 'notify', match: { requestId }, do: fault });
  }

  /** What goes wrong in calls about this session, or about references that begin so. */
  async onCall(
    op: 'create' | 'query' | 'cancel' | 'collect' | 'transaction',
    match: { requestId?: number; referencePrefix?: string; nth?: number },
    fault: CallFault,
    at: 'beforeCommit' | 'afterCommit' | 'response' = 'response',
  ): Promise<() => Promise<void>> {
    const { id } = (await this.#ask('POST', '/faults', { op, match, at, do: fault })) as { id: number };
    return async () => {
      await this.#ask('DELETE', `/faults/${id}`);
    };
  }

  /** How the demo's site of this gateway behaves where PlacetoPay's documents leave it open. */
  async switchOn(name: string): Promise<void> {
    await this.#ask('POST', '/sites', {
      login: this.place.env.PLACETOPAY_LOGIN,
      switches: { [name]: true },
    });
  }

  async approve(requestId: number): Promise<void> {
    await this.#ask('POST', `/sessions/${requestId}/approve`, {});
  }

  async reject(requestId: number): Promise<void> {
    await this.#ask('POST', `/sessions/${requestId}/reject`, {});
  }

  /** An agent took the cash of this session's order. */
  async markPaid(requestId: number): Promise<void> {
    await this.#ask('POST', `/sessions/${requestId}/paid`, {});
  }

  /** What this session waits for comes now; the clock stands where it was. */
  async hurry(requestId: number): Promise<void> {
    await this.#ask('POST', `/sessions/${requestId}/hurry`, {});
  }

  async expire(requestId: number): Promise<void> {
    await this.#ask('POST', `/sessions/${requestId}/expire`, {});
  }

  /** Sends the session's notification now, as it stands, or a forgery of it. */
  async notify(requestId: number, forge?: string): Promise<Delivery> {
    return (await this.#ask('POST', `/sessions/${requestId}/notify`, forge ? { forge } : {})) as Delivery;
  }

  /** Time goes on for everything at this gateway: only with servers of the test's own. What is due then is done. */
  async passDays(days: number): Promise<void> {
    await this.#ask('POST', '/clock', { advanceMs: days * 86_400_000 });
  }

  /** The next charge of an automatic payment comes now; the clock stands where it was. */
  async chargeNow(autopayId: string): Promise<void> {
    await this.#ask('POST', '/autopays/run', { id: autopayId });
  }

  /** Waits until so many charges of an automatic payment were paid, and its merchant was told everything. */
  async charged(autopayId: string, times: number): Promise<void> {
    await expect(async () => {
      const { autopays } = (await this.#ask('GET', `/autopays?id=${autopayId}`)) as {
        autopays: { charges: { state: string }[]; calls: { state: string }[] }[];
      };
      const [one] = autopays;
      expect(one?.charges.filter(({ state }) => state === 'PAID')).toHaveLength(times);
      expect(one?.calls.filter(({ state }) => state !== 'DELIVERED')).toEqual([]);
    }).toPass();
  }

  /** The network refuses a try to charge without a payer: the next one, or the nth from now, of references that begin so. */
  async refuseCharge(referencePrefix: string, { nth = 1, reason = '51' } = {}): Promise<void> {
    const refusal = { force: { status: 'REJECTED', reason } };
    await this.#ask('POST', '/faults', { op: 'charge', match: { referencePrefix, nth }, do: refusal });
  }

  async #ask(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${this.place.gateway}/sandbox/__sandbox${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        'x-sandbox-key': this.place.env.SANDBOX_CONTROL_KEY ?? '',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.json();
  }
}
