import { afterAll, beforeAll, expect, test } from 'vitest';
import { db } from './db';
import { callOps, type CallOp } from './faults';
import { agree, mandate } from './testing/autopay';
import { cards, order, sign } from './testing/calls';
import { keepCard, pay, setStage, type Stage } from './testing/stage';

/** Every endpoint can be made to fail, before it has acted and after it has; and a run of such failures comes again. */

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

/** A call, whom a rule names to meet it, and whether its work is done; null where it only reads. */
type Scene = {
  path: string;
  body: object;
  match: object;
  isDone: (() => Promise<boolean>) | null;
  /** What the call answers when it is asked once more. */
  afterwards: number;
};

async function paidReference(): Promise<{ internalReference: number; reference: string }> {
  const session = await stage.open();
  await pay(session, cards.approved);
  return db().transaction.findFirstOrThrow({ where: { requestId: session.requestId } });
}

async function reversal(path: string, more: object): Promise<Scene> {
  const { internalReference, reference } = await paidReference();
  const isDone = async () =>
    (await db().transaction.findUniqueOrThrow({ where: { internalReference } })).refundedMinor > 0n;
  return { path, body: { internalReference, ...more }, match: { reference }, isDone, afterwards: 400 };
}

async function ofToken(path: string, afterwards: number, changes: boolean): Promise<Scene> {
  const { requestId, token } = await keepCard(stage, cards.approved);
  const isDone = async () =>
    (await db().instrument.findUniqueOrThrow({ where: { token } })).invalidatedAt !== null;
  return {
    path,
    body: { instrument: { token: { token } } },
    match: { requestId },
    isDone: changes ? isDone : null,
    afterwards,
  };
}

const scenes: Readonly<Record<CallOp, () => Promise<Scene>>> = {
  create: async () => {
    const body = order();
    const { reference } = body.payment;
    const isDone = async () => (await db().session.count({ where: { reference } })) > 0;
    return { path: 'session', body, match: { reference }, isDone, afterwards: 200 };
  },
  query: async () => {
    const { requestId } = await stage.open();
    return { path: `session/${requestId}`, body: {}, match: { requestId }, isDone: null, afterwards: 200 };
  },
  cancel: async () => {
    const { requestId } = await stage.open();
    const isDone = async () =>
      (await db().session.findUniqueOrThrow({ where: { requestId } })).status === 'REJECTED';
    return {
      path: `session/${requestId}/cancel`,
      body: {},
      match: { requestId },
      isDone,
      afterwards: 400,
    };
  },
  collect: async () => {
    const { token } = await keepCard(stage, cards.approved);
    const { payment } = order();
    const { reference } = payment;
    const isDone = async () => (await db().transaction.count({ where: { reference } })) === 1;
    return {
      path: 'collect',
      body: { payment, instrument: { token: { token } } },
      match: { reference },
      isDone,
      afterwards: 200,
    };
  },
  transaction: () => reversal('transaction', { action: 'reverse' }),
  reverse: () => reversal('reverse', {}),
  invalidate: () => ofToken('instrument/invalidate', 400, true),
  information: async () => {
    const { payment } = order();
    return {
      path: 'gateway/information',
      body: { payment, instrument: { card: { number: cards.approved } } },
      match: { reference: payment.reference },
      isDone: null,
      afterwards: 200,
    };
  },
  token: () => ofToken('gateway/token', 200, false),
  autopaySearch: () => ofMandate('search', 200),
  autopayTransactions: () => ofMandate('transactions', 200),
  autopayCancel: () => ofMandate('cancel', 400),
};

async function ofMandate(path: string, afterwards: number): Promise<Scene> {
  const { id, reference } = await agree(stage);
  const isDone = async () => (await mandate(id)).status === 'REJECTED';
  return {
    path: `../autopay/${path}`,
    body: { id, filters: { reference } },
    match: { reference },
    isDone: path === 'cancel' ? isDone : null,
    afterwards,
  };
}

async function statusOf({ path, body }: Scene): Promise<number> {
  const response = await fetch(`${stage.base}/api/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ auth: sign(), ...body }),
  });
  await response.text();
  return response.status;
}

test.each(callOps)(
  'GW-FAULT-16 %s fails before it acts, fails after it acted, and works again',
  async (op) => {
    const scene = await scenes[op]();
    const fail = (nth: number, at: string, status: number) =>
      stage.control('POST', 'faults', { op, match: { ...scene.match, nth }, at, do: { status } });
    expect((await fail(1, 'beforeCommit', 503)).http).toBe(201);
    expect((await fail(2, 'afterCommit', 502)).http).toBe(201);
    expect(await statusOf(scene)).toBe(503);
    if (scene.isDone) expect(await scene.isDone()).toBe(false);
    expect(await statusOf(scene)).toBe(502);
    if (scene.isDone) expect(await scene.isDone()).toBe(true);
    expect(await statusOf(scene)).toBe(scene.afterwards);
  },
);

test('GW-FAULT-17 a script covers every endpoint, and meets each at the same calls in the next run', async () => {
  const everyRate = Object.fromEntries(callOps.map((op) => [op, 0.5]));
  const run = async () => {
    await stage.control('POST', 'reset', { seed: 'script', freezeAt: '2027-03-01T12:00:00-05:00' });
    const { token } = await keepCard(stage, cards.approved);
    const paid = await paidReference();
    const script = (match: object) =>
      stage.control('POST', 'faults/script', { seed: 'granizo', match, calls: 4, rates: everyRate });
    const drawn = await script({ referencePrefix: 'HAIL-' });
    await script({ requestId: 1 });
    await script({ reference: paid.reference });
    const instrument = { token: { token } };
    const met: string[] = [];
    for (let at = 0; at < 4; at += 1) {
      const payment = { ...order().payment, reference: `HAIL-${at}` };
      for (const [path, body] of [
        ['session', { ...order(), payment }],
        ['session/1', {}],
        ['session/1/cancel', {}],
        ['collect', { payment: { ...payment, reference: `HAIL-C${at}` }, instrument }],
        ['gateway/information', { payment, instrument }],
        ['gateway/token', { instrument }],
        ['transaction', { action: 'reverse', internalReference: paid.internalReference }],
        ['reverse', { internalReference: paid.internalReference }],
        ['instrument/invalidate', { instrument: { token: { token: at === 3 ? token : 'x' } } }],
      ] as const)
        met.push(`${path} ${await outcomeOf(path, body)}`);
    }
    return { rules: drawn.body.rules as { op: string }[], met };
  };
  const [first, second] = [await run(), await run()];
  expect(second).toEqual(first);
  expect(new Set(first.rules.map(({ op }) => op)).size).toBeGreaterThan(6);
  expect(new Set(first.met.map((one) => one.split(' ').slice(1).join(' '))).size).toBeGreaterThan(4);
  delete process.env.SANDBOX_SEED;
  await stage.control('POST', 'reset', {});
}, 120_000);

/** The status and type of an answer, or how it broke off. */
async function outcomeOf(path: string, body: object): Promise<string> {
  try {
    const response = await fetch(`${stage.base}/api/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ auth: sign(), ...body }),
    });
    await response.text();
    return `${response.status} ${response.headers.get('content-type')}`;
  } catch (error) {
    return String((error as { cause?: { code?: string } }).cause?.code);
  }
}
