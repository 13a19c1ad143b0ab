import { expect, test } from 'vitest';
import { mandateStatuses } from '@/lib/domain/mandate';
import { initialMandateAnswers, readMandateTerms } from '@/lib/domain/mandate-answers';
import { flows } from '.';
import { autopay } from './autopay';

const now = new Date('2027-01-20T12:00:00-05:00');

test('exactly one state is lit for every agreement, and every arrow leads to a state', () => {
  expect(autopay.states.map(({ at }) => at).sort()).toEqual([...mandateStatuses].sort());
  const names = new Set(autopay.states.map(({ name }) => name));
  expect(names.size).toBe(autopay.states.length);
  expect(autopay.states.flatMap(({ next }) => next).filter((name) => !names.has(name))).toEqual([]);
});

test('the form asks what the terms are read from, and every choice it offers is one', () => {
  const initial = initialMandateAnswers(now);
  expect(autopay.fields.map(({ name }) => name).sort()).toEqual(Object.keys(initial).sort());
  for (const { name, options = [] } of autopay.fields)
    for (const { value } of options)
      expect([name, value, readMandateTerms({ ...initial, [name]: value }, now).ok]).toEqual([
        name,
        value,
        true,
      ]);
});

test('its address is no flow’s: the registry does not know it', () => {
  expect(flows.map(({ slug }) => slug)).not.toContain(autopay.slug);
});

test.each([autopay, ...flows])(
  '$slug: a number that has limits says them, since its problem points there',
  (asked) => {
    for (const { name, kind, hint, min = 1, max } of asked.fields) {
      if (kind !== 'number' || max === undefined) continue;
      for (const said of [hint?.es, hint?.en])
        expect([name, said?.match(/-?\d+/g)]).toEqual([
          name,
          expect.arrayContaining([String(min), String(max)]),
        ]);
    }
  },
);
