import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawFaults, scriptRequest } from './fault-script';
import { faultRule, ops } from './faults';
import { db } from './db';
import { openHosted, payWithCard } from './hosted';
import { cards, order, sign } from './testing/calls';
import { formFor, pay, setStage, until, type Stage } from './testing/stage';
import { tick } from './timers';

/** The same again: the clock stands where it is told, identifiers come from a seed, and so do faults. */

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

const noon = '2027-03-01T12:00:00-05:00';

test('GW-CLOCK-01 a frozen clock stands, moves when it is moved, and goes on from there', async () => {
  expect((await stage.control('POST', 'clock', { freeze: noon })).body).toEqual({
    now: new Date(noon).toISOString(),
    frozen: true,
  });
  const { requestId } = await stage.open();
  const { status } = await stage.query(requestId);
  expect(status.date).toBe(noon);
  await stage.control('POST', 'clock', { advanceMs: 90_000 });
  expect((await stage.control('GET', 'clock')).body).toEqual({
    now: '2027-03-01T17:01:30.000Z',
    frozen: true,
  });
  const { body } = await stage.control('POST', 'clock', { release: true });
  expect(body.frozen).toBe(false);
  expect(Date.parse(String(body.now)) - Date.parse('2027-03-01T17:01:30.000Z')).toBeLessThan(5_000);
  expect((await stage.query(requestId)).status.status).toBe('PENDING');
  expect((await stage.control('POST', 'clock', { freeze: 'tomorrow' })).http).toBe(400);
  expect((await stage.control('POST', 'clock', { freeze: true, release: true })).http).toBe(400);
});

test('GW-CLOCK-02 a merchant whose clock is right is let in whatever the gateway’s clock says', async () => {
  await stage.control('POST', 'clock', { freeze: '2031-01-01T00:00:00Z' });
  expect((await stage.open()).requestId).toBeGreaterThan(0);
  await stage.control('POST', 'reset', {});
});

test('GW-CLOCK-04 what another process did to the clock counts at once, for calls, pages, locks and rounds', async () => {
  const moveElsewhere = (frozenAt: string) =>
    db().clock.update({ where: { id: 1 }, data: { frozenAt: new Date(frozenAt) } });
  await stage.control('POST', 'clock', { freeze: noon });
  const [asked, opened, paid, left] = [
    await stage.open(),
    await stage.open(),
    await stage.open(),
    await stage.open(),
  ];
  const form = await formFor(paid, cards.approved);
  await moveElsewhere('2027-03-01T12:31:00-05:00');
  expect((await stage.query(asked.requestId)).status).toMatchObject({
    reason: 'EX',
    date: '2027-03-01T12:31:00-05:00',
  });
  await moveElsewhere('2027-03-01T12:32:00-05:00');
  expect(await openHosted(opened.requestId, opened.key, 'es')).toMatchObject({ kind: 'unavailable' });
  await moveElsewhere('2027-03-01T12:33:00-05:00');
  expect(await payWithCard(form)).toMatchObject({ ok: false, problem: 'unavailable' });
  expect((await stage.query(paid.requestId)).status.date).toBe('2027-03-01T12:33:00-05:00');
  await moveElsewhere('2027-03-01T12:34:00-05:00');
  await tick();
  expect((await stage.query(left.requestId)).status.date).toBe('2027-03-01T12:34:00-05:00');
  await moveElsewhere('2027-03-01T12:35:00-05:00');
  expect((await stage.control('GET', 'clock')).body.now).toBe('2027-03-01T17:35:00.000Z');
  await stage.control('POST', 'reset', {});
  stage.merchant.received.length = 0;
});

/** Two payments and a refusal, as the gateway tells and remembers them. */
async function story(seed: string) {
  await stage.control('POST', 'reset', { seed, freezeAt: noon });
  const opened = [];
  for (const [at, card] of [cards.approved, cards.refused, cards.pendingApproved].entries()) {
    const session = await stage.open({}, { reference: `STORY-${at}` });
    await pay(session, card);
    opened.push({ key: session.key, ...(await stage.query(session.requestId)) });
  }
  const { body } = await stage.control('GET', 'deliveries?requestId=1');
  return { opened, told: (body.deliveries as { body: string }[]).map((one) => one.body) };
}

test('GW-CLOCK-03 from a reset with a seed and a frozen clock, everything comes again to the last digit', async () => {
  const [first, second, other] = [await story('amapola'), await story('amapola'), await story('otra')];
  expect(first.opened).toMatchObject([{ requestId: 1 }, { requestId: 2 }, { requestId: 3 }]);
  expect(second).toEqual(first);
  expect(other.opened[0]?.key).not.toBe(first.opened[0]?.key);
  delete process.env.SANDBOX_SEED;
  await stage.control('POST', 'reset', {});
});

const script = (seed: string, more: object = {}) =>
  scriptRequest.parse({
    seed,
    match: { referencePrefix: 'SCRIPT-' },
    calls: 40,
    rates: { create: 0.3, query: 0.4, cancel: 0.2, notify: 0.5 },
    ...more,
  });

test('GW-FAULT-13 a fault script is drawn from its seed, rule by rule', () => {
  const drawn = drawFaults(script('a'));
  expect(drawFaults(script('a'))).toEqual(drawn);
  expect(drawFaults(script('b'))).not.toEqual(drawn);
  expect(drawn.length).toBeGreaterThan(30);
  expect(drawn.length).toBeLessThan(90);
  expect(drawn.filter((rule) => !faultRule.safeParse(rule).success)).toEqual([]);
  expect(new Set(drawn.map(({ op }) => op))).toEqual(new Set(['create', 'query', 'cancel', 'notify']));
  const everything = drawFaults(script('a', { rates: Object.fromEntries(ops.map((op) => [op, 1])) }));
  expect(everything.map(({ op }) => op)).toEqual(ops.flatMap((op) => Array(40).fill(op)));
  expect(everything.filter((rule) => !faultRule.safeParse(rule).success)).toEqual([]);
  expect(drawFaults(script('a', { rates: {} }))).toEqual([]);
  expect(drawFaults(script('a', { rates: { query: 1 } }))).toHaveLength(40);
  // A longer script begins as the shorter one does.
  const queries = (calls: number) => drawFaults(script('a', { calls, rates: { query: 0.4 } }));
  expect(queries(80).slice(0, queries(40).length)).toEqual(queries(40));
});

test('GW-FAULT-14 two runs of a script meet the same faults at the same calls', async () => {
  const run = async () => {
    await stage.control('POST', 'reset', { seed: 'rain', freezeAt: noon });
    const { http, body } = await stage.control('POST', 'faults/script', {
      seed: 'lluvia',
      match: { referencePrefix: 'SCRIPT-' },
      calls: 30,
      rates: { create: 0.5, query: 0.5 },
    });
    expect(http).toBe(201);
    const met = [];
    for (let at = 0; at < 12; at += 1) {
      met.push(await outcome('session', order({}, { reference: `SCRIPT-${at}` })));
      met.push(await outcome('session/1', {}));
    }
    return { rules: body.rules, met };
  };
  const [first, second] = [await run(), await run()];
  expect(second).toEqual(first);
  expect(new Set(first.met).size).toBeGreaterThan(3);
  delete process.env.SANDBOX_SEED;
  await stage.control('POST', 'reset', {});
}, 120_000);

test('GW-FAULT-15 a list of rules is added whole or not at all, and a script names whom it is for', async () => {
  const { requestId } = await stage.open();
  const good = { op: 'query', match: { requestId, nth: 1 }, do: { status: 500 } };
  const bad = { op: 'query', match: {}, do: { status: 500 } };
  const count = async () => ((await stage.control('GET', 'faults')).body.faults as unknown[]).length;
  const before = await count();
  expect((await stage.control('POST', 'faults', { script: [good, bad] })).http).toBe(400);
  expect((await stage.control('POST', 'faults/script', { seed: 'x', rates: { query: 1 } })).http).toBe(400);
  expect(await count()).toBe(before);
  expect((await stage.control('POST', 'faults', { script: [good, good] })).http).toBe(201);
  expect(await count()).toBe(before + 2);
});

test('GW-CONTROL-06 the key’s holder replays and duplicates a delivery by its number', async () => {
  const session = await stage.open();
  await pay(session, cards.approved);
  await until('the merchant is told', () => stage.merchant.toldOf(session.requestId).length === 1);
  const { body } = await stage.control('GET', `deliveries?requestId=${session.requestId}`);
  const { id } = (body.deliveries as { id: number }[])[0] ?? { id: 0 };
  expect((await stage.control('POST', `deliveries/${id}/replay`)).body).toMatchObject({ state: 'DELIVERED' });
  expect((await stage.control('POST', `deliveries/${id}/duplicate`)).http).toBe(200);
  const told = stage.merchant.toldOf(session.requestId);
  expect(told).toEqual(Array(4).fill(told[0]));
  expect((await stage.control('POST', 'deliveries/999999/replay')).http).toBe(404);
});

/** How a call ended, without what differs from run to run. */
async function outcome(path: string, body: object): Promise<string> {
  try {
    const response = await fetch(`${stage.base}/api/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ auth: sign(), ...body }),
    });
    const type = response.headers.get('content-type');
    return `${response.status} ${type} ${(await response.text()).replace(/[0-9a-f]{32}/g, 'key')}`;
  } catch (error) {
    return String((error as { cause?: { code?: string } }).cause?.code);
  }
}
