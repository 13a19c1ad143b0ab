import { startGateway } from '@/scripts/testing/gateway';
import { closeDb } from '../db';
import { openHosted, payWithCard } from '../hosted';
import { ensureSites } from '../sites';
import { call, cardForm, order, open, payer } from './calls';
import { startMerchant } from './merchant';

/** A gateway and the merchant it notifies, for one test file. */
export async function setStage() {
  const merchant = await startMerchant();
  process.env.SANDBOX_NOTIFICATION_URL = merchant.url;
  process.env.SANDBOX_AUTOPAY_URL = new URL('/shop', merchant.url).href;
  const gateway = await startGateway();
  await ensureSites();
  const base = gateway.url;
  const key = { 'x-sandbox-key': process.env.SANDBOX_CONTROL_KEY ?? '' };
  return {
    base,
    merchant,
    open: (changes: object = {}, payment: object = {}) => open(base, order(changes, payment)),
    query: (requestId: number) => call(`${base}/api/session/${requestId}`, {}),
    post: (path: string, body: object) => call(`${base}/api/${path}`, body),
    /** AutoPay's own paths. */
    autopay: (path: string, body: object, auth?: unknown) => call(`${base}/autopay/${path}`, body, auth),
    cancel: (requestId: number) => call(`${base}/api/session/${requestId}/cancel`, {}),
    /** A command of the control API, with its key unless other headers are given. */
    async control(method: string, path: string, body?: object, headers: Record<string, string> = key) {
      const response = await fetch(`${base}/__sandbox/${path}`, {
        method,
        headers: { 'content-type': 'application/json', ...headers },
        ...(body && { body: JSON.stringify(body) }),
      });
      return { http: response.status, body: (await response.json()) as Record<string, unknown> };
    },
    async close() {
      await gateway.close();
      await merchant.close();
      await closeDb();
    },
  };
}

export type Stage = Awaited<ReturnType<typeof setStage>>;

/** What else the payer may say: of the person, the amount of a partial payment, the consent. */
type More = { person?: object; amount?: string; consent?: boolean; expiry?: string; cvv?: string };

/** What the payer's form holds: the page's token, a card and the payer. */
export async function formFor(
  session: { requestId: number; key: string },
  number: string,
  { person = {}, amount, consent, ...more }: More = {},
) {
  const opened = await openHosted(session.requestId, session.key);
  const attemptToken = 'session' in opened ? opened.session.attemptToken : '';
  const { requestId, key } = session;
  return {
    requestId,
    key,
    attemptToken,
    card: cardForm(number, more),
    person: { ...payer, ...person },
    ipAddress: '127.0.0.1',
    ...(amount !== undefined && { amount }),
    ...(consent !== undefined && { consent }),
  };
}

export async function pay(session: { requestId: number; key: string }, number: string, more: More = {}) {
  return payWithCard(await formFor(session, number, more));
}

/** Waits for a condition, and says which one never came. */
export async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 10_000; Date.now() < end;) {
    if (await holds()) return;
    await new Promise((next) => setTimeout(next, 10));
  }
  throw new Error(`Waited in vain for: ${what}`);
}

export type Kept = { requestId: number; token: string; subtoken: string };

/** A payer subscribes with this card; the merchant then knows it by these names. */
export async function keepCard(stage: Stage, number: string): Promise<Kept> {
  const session = await stage.open({ payment: undefined, subscription: { reference: 'SUB-1' } });
  await pay(session, number);
  const { subscription } = (await stage.query(session.requestId)) as unknown as {
    subscription: { instrument: { keyword: string; value: string }[] };
  };
  const value = (name: string) =>
    subscription.instrument.find(({ keyword }) => keyword === name)?.value ?? '';
  return { requestId: session.requestId, token: value('token'), subtoken: value('subtoken') };
}
