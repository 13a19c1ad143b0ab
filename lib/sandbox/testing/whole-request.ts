import { createHash } from 'node:crypto';
import { demo, sign } from './calls';

export type World = {
  /** Paths below the base URL, with `{requestId}` where an id goes. */
  endpoints: readonly string[];
  /** Sessions, transactions and automatic payments of another merchant. */
  foreign: {
    requestIds: readonly number[];
    internalReferences: readonly number[];
    autopayIds: readonly string[];
  };
};

/** Draws from a seed. */
export type Chance = {
  /** From 0 up to 1. */
  next: () => number;
  below: (count: number) => number;
  of: <T>(choices: readonly T[]) => T;
};

/** Has every member that some endpoint reads. Nothing in it exists, except what is somebody else's. */
export function request(chance: Chance, { foreign }: World): Record<string, unknown> {
  const token = createHash('sha256').update(String(chance.next())).digest('hex');
  return {
    auth: chance.below(5) === 0 ? sign({ login: demo.login, secretKey: 'wrong' }) : sign(),
    locale: chance.of(['es_CO', 'en_US', 'xx', 'pt_BR']),
    payment: {
      reference: `FUZZ-${chance.below(1_000_000)}`,
      description: 'Café',
      amount: {
        currency: 'COP',
        total: 45000,
        taxes: [{ kind: 'valueAddedTax', amount: 10, base: 100 }],
        details: [],
      },
      items: [{ sku: '1', name: 'Taza', qty: '1', price: 100 }],
      fields: [{ keyword: 'a', value: 'b', displayOn: 'none' }],
      allowPartial: false,
    },
    payer: {
      document: '1122334455',
      documentType: 'CC',
      name: 'Ana',
      surname: 'Rojas',
      email: 'ana@example.com',
    },
    buyer: { name: 'Ana', address: { country: 'CO', city: 'Bogotá' } },
    instrument: { token: chance.of([{ token }, { subtoken: '1234567890123456' }]) },
    action: chance.of(['reverse', 'checkout', 'reauthorization', 'confirm', 'cancel', 'explode']),
    internalReference: chance.of([...foreign.internalReferences, 2_000_000_000 + chance.below(1_000)]),
    amount: { currency: 'COP', total: 1 },
    expiration: '2099-01-01T00:00:00Z',
    returnUrl: 'http://localhost:3000/return',
    ipAddress: '127.0.0.1',
    userAgent: 'fuzz',
    metadata: { initiatorIndicator: 'AGENT' },
    id: chance.of([...foreign.autopayIds, '2972c13d-6315-4da3-80d7-64c24eb232ad']),
    filters: {
      reference: 'FUZZ',
      chargeTypes: ['FIXED'],
      status: ['APPROVED'],
      createdAt: { from: '2026-01-01', to: '2026-12-31T23:59:59-05:00' },
      amount: { currency: 'COP', total: 1 },
    },
    pagination: { perPage: 15, currentPage: 1 },
    // With a payment it is refused; alone it opens a session of its own kind.
    ...(chance.below(4) === 0 && {
      type: 'autopay',
      payment: undefined,
      autopay: agreement(chance, foreign),
    }),
  };
}

function agreement(chance: Chance, foreign: World['foreign']): object {
  return {
    action: chance.of(['CREATE', 'CREATE', 'EDIT']),
    id: chance.of(foreign.autopayIds),
    reference: `FUZZ-${chance.below(1_000_000)}`,
    description: 'Café',
    dueDay: 15,
    recurring: {
      type: chance.of(['FIXED', 'TOTAL_BALANCE', 'MINIMUM_BALANCE']),
      periodicity: chance.of(['D', 'W', 'M', 'Y']),
      interval: '1',
      nextPayment: '2099-01-31',
      dueDate: '2100-01-31',
      maxPeriods: 12,
    },
    amount: { currency: 'COP', total: 45000 },
  };
}
