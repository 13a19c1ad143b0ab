import { describe, expect, test } from 'vitest';
import { locales } from '@/lib/domain/locale';
import { money } from '@/lib/domain/money';
import type { Order } from '@/lib/domain/order';
import { flows, findFlow } from '.';

const order: Order = {
  id: 'o',
  number: 'LAD-7K3M9QXA',
  locale: 'es',
  userId: null,
  status: 'AWAITING_PAYMENT',
  createdAt: new Date(0),
  paidAt: null,
  cancelledAt: null,
  total: money(5_000_000n, 'COP'),
  paid: money(1_000_000n, 'COP'),
  sessions: [],
  events: [],
  lines: [
    {
      productSlug: 'cafe-narino',
      name: { es: 'Café', en: 'Coffee' },
      unit: money(2_500_000n, 'COP'),
      quantity: 2,
    },
  ],
  buyer: {
    name: 'Lucía',
    surname: 'Rojas',
    email: 'l@ladera.test',
    phone: '+573001234567',
    documentType: 'CC',
    documentEnding: '455',
    country: 'CO',
    state: null,
    city: 'Cali',
    street: 'Calle 1',
    postalCode: null,
  },
};

test('every slug is one of a kind and finds its flow', () => {
  expect(new Set(flows.map(({ slug }) => slug)).size).toBe(flows.length);
  for (const flow of flows) expect(findFlow(flow.slug)).toBe(flow);
  expect(findFlow('nothing')).toBeUndefined();
});

describe.each(flows)('$slug', (flow) => {
  const initial = Object.fromEntries(flow.fields.map(({ name, initial }) => [name, initial]));

  test('can stand in an address', () => expect(flow.slug).toMatch(/^[a-z]+(-[a-z]+)*$/));

  test.each(locales)('explains itself in %s', (locale) => {
    const { title, summary, promise, steps } = flow.texts[locale];
    for (const text of [title, summary, promise, ...steps]) expect(text.trim()).not.toBe('');
    expect(steps.length).toBeGreaterThan(0);
    for (const field of flow.fields) expect(field.label[locale]).not.toBe('');
  });

  test('asks, with its initial answers, for no more than is left to pay', () => {
    const planned = flow.plan(order, initial);
    if (!planned.ok) throw new Error(JSON.stringify(planned.fields));
    const { amount, description, items } = planned.plan.payment;
    expect(amount.total).toEqual(money(4_000_000n, 'COP'));
    expect(description).toContain(order.number);
    expect(description.length).toBeLessThanOrEqual(250);
    expect(items.length).toBeLessThanOrEqual(50);
  });

  test.each([undefined, null, 'text', { unknownField: '1' }])(
    'refuses the answers %j without throwing',
    (answers) => {
      expect(flow.plan(order, answers).ok).toBe(false);
    },
  );
});
