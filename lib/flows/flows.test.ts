import { describe, expect, test } from 'vitest';
import { locales } from '@/lib/domain/locale';
import { money } from '@/lib/domain/money';
import type { Order } from '@/lib/domain/order';
import { askedAmount, termsOf } from '@/lib/domain/session-request';
import { planProblems } from '@/lib/domain/session-rules';
import { currentState, initialAnswers, type Flow } from './flow';
import { findFlow, flows } from './testing';

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
  accepted: null,
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

const now = new Date('2026-11-20T15:00:00Z');
const free: Order = { ...order, total: money(0n, 'COP'), paid: money(0n, 'COP') };
const fitting = (flow: Flow) => [order, free].find((one) => flow.appliesTo(one)) ?? order;

describe.each(flows)('$slug', (flow) => {
  const mine = fitting(flow);
  const initial = initialAnswers(flow, mine, now);

  test('can stand in an address', () => expect(flow.slug).toMatch(/^[a-z]+(-[a-z]+)*$/));

  test('applies to an order that has something to pay, or to one that has nothing', () => {
    expect(flow.appliesTo(mine)).toBe(true);
  });

  test.each(locales)('explains itself in %s', (locale) => {
    const { title, summary, promise, steps, useCase, rules, unavailable } = flow.texts[locale];
    for (const text of [title, summary, promise, ...steps, useCase, ...rules, unavailable])
      expect(text.trim()).not.toBe('');
    expect(Math.min(steps.length, rules.length)).toBeGreaterThan(0);
    for (const { label, hint, options = [] } of flow.fields) {
      expect(label[locale]).not.toBe('');
      expect(hint?.[locale]).not.toBe('');
      for (const option of options) expect(option.label[locale]).not.toBe('');
    }
    for (const { label } of flow.states) expect(label[locale]).not.toBe('');
    for (const followUp of flow.followUps)
      expect(followUp.label[locale] && followUp.explain[locale]).not.toBe('');
  });

  test('has a diagram whose arrows lead to its own nodes', () => {
    const names = flow.states.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { next } of flow.states) for (const name of next) expect(names).toContain(name);
    expect(currentState(flow, mine)).toBeNull();
  });

  test('asks, with its initial answers, for no more than is left to pay, and for nothing the gateway refuses', () => {
    const planned = flow.plan(mine, initial, { now });
    if (!planned.ok) throw new Error(JSON.stringify(planned.fields));
    const { plan } = planned;
    expect(planProblems(plan)).toEqual({});
    expect(askedAmount(plan, 'COP')).toEqual(
      plan.kind === 'TOKEN' ? money(0n, 'COP') : money(4_000_000n, 'COP'),
    );
    expect(plan.kind === 'TOKEN').toBe(plan.payment === undefined);
    const description = (plan.payment ?? plan.subscription)?.description ?? '';
    expect(description).toContain(mine.number);
    expect(description.length).toBeLessThanOrEqual(250);
    expect(plan.payment?.items.length ?? 0).toBeLessThanOrEqual(50);
  });

  test('takes a kept card only where nobody has to be asked, and for what a collect can carry', () => {
    const planned = flow.plan(mine, initial, { now });
    if (!flow.takesKeptCard || !planned.ok) return;
    expect(flow.fields).toEqual([]);
    expect(termsOf(planned.plan)).toEqual({});
    expect(planned.plan.payment?.allowPartial).toBeUndefined();
    expect(['SALE', 'HOLD']).toContain(planned.plan.kind);
  });

  test.each([undefined, null, 'text', { unknownField: '1' }])(
    'refuses the answers %j without throwing',
    (answers) => {
      expect(flow.plan(mine, answers, { now }).ok).toBe(false);
    },
  );
});

test.each([
  [{ dueDate: '2027-02-30' }, { dueDate: 'invalid_date' }],
  [{ dueDate: '2026-11-22' }, { dueDate: 'before_next_payment' }],
  [{ nextPayment: '' }, { nextPayment: 'required' }],
  [{ nextPayment: 'soon' }, { nextPayment: 'invalid_date' }],
  [{ nextPayment: '2026-11-20' }, { nextPayment: 'past_date' }],
])('a repeated payment with %j says %j', (changed, fields) => {
  const flow = findFlow('recurring');
  if (!flow) throw new Error('no such flow');
  const answers = { ...initialAnswers(flow, order, now), ...changed };
  expect(flow.plan(order, answers, { now })).toEqual({ ok: false, fields });
});
