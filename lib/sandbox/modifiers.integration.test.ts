import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoSites } from './demo-sites';
import { call, cards, order, sign } from './testing/calls';
import { pay, setStage, type Stage } from './testing/stage';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

const uruguay = demoSites.find(({ country }) => country === 'UY');

const law = (code: unknown, more: object = {}) => ({
  type: 'FEDERAL_GOVERNMENT',
  code,
  additional: { invoice: '123456789' },
  ...more,
});

const create = (payment: object, site = uruguay) =>
  call(
    `${stage.base}/api/session`,
    order({}, { amount: { currency: 'UYU', total: 1220 }, ...payment }),
    sign(site),
  );

async function paid(payment: object) {
  const answer = (await create(payment)) as unknown as { requestId: number; processUrl: string };
  const key = answer.processUrl.split('/').at(-1) ?? '';
  await pay({ requestId: answer.requestId, key }, cards.approved, {
    person: { documentType: 'PPN', document: 'AB1234' },
  });
  return call(`${stage.base}/api/session/${answer.requestId}`, {}, sign(uruguay));
}

test('GW-MODIFY-01 the transaction tells what the law deducted; the amount stays as it was asked', async () => {
  const amount = {
    currency: 'UYU',
    total: 1220,
    taxes: [{ kind: 'valueAddedTax', amount: 220, base: 1000 }],
  };
  expect(await paid({ amount, modifiers: [law(17934)] })).toMatchObject({
    status: { status: 'APPROVED' },
    request: { payment: { modifiers: [law('17934')] } },
    payment: [
      {
        amount: { from: { total: 1220 }, to: { total: 1220 } },
        discount: { base: 1000, code: '17934', type: 'FRANCHISE', amount: 90 },
      },
    ],
  });
});

test('GW-MODIFY-02 the base is told by vatDevolutionBase, or is the total', async () => {
  const details = [{ kind: 'vatDevolutionBase', amount: 100.5 }];
  expect(
    await paid({ amount: { currency: 'UYU', total: 1220, details }, modifiers: [law('19210')] }),
  ).toMatchObject({ payment: [{ discount: { base: 100.5, code: '19210', amount: 2.01 } }] });
  expect(await paid({ modifiers: [law('18910')] })).toMatchObject({
    payment: [{ discount: { base: 1220, amount: 268.4 } }],
  });
  expect(await paid({})).toMatchObject({ payment: [{ discount: null }] });
});

test('GW-MODIFY-03 the misspelt type of the documentation is understood and corrected', async () => {
  expect(await paid({ modifiers: [law('17934', { type: 'FEDERAL_GOVERMENT' })] })).toMatchObject({
    request: { payment: { modifiers: [{ type: 'FEDERAL_GOVERNMENT' }] } },
  });
});

test.each([
  ['payment.modifiers.0.code', { modifiers: [law('1')] }],
  ['payment.modifiers.0.type', { modifiers: [law('17934', { type: 'CITY' })] }],
  ['payment.modifiers.0.additional', { modifiers: [law('17934', { additional: undefined })] }],
  [
    'payment.modifiers.0.additional.invoice',
    { modifiers: [law('17934', { additional: { invoice: '1234567890' } })] },
  ],
  ['payment.modifiers', { allowPartial: true, modifiers: [law('17934')] }],
])('GW-MODIFY-04 a wrong %s is refused', async (field, payment) => {
  const { http, status } = await create(payment);
  expect([http, status.reason]).toEqual([400, 'request_not_valid']);
  expect(status.message).toContain(`${field} `);
});

test('GW-MODIFY-05 elsewhere than in Uruguay there are none', async () => {
  const chile = demoSites.find(({ country }) => country === 'CL');
  const payment = { amount: { currency: 'CLP', total: 1000 }, modifiers: [law('17934')] };
  expect(await create(payment, chile)).toMatchObject({
    http: 400,
    status: { message: 'El campo payment.modifiers no está habilitado para este sitio.' },
  });
});
