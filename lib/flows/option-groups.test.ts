import { expect, test } from 'vitest';
import { locales } from '@/lib/domain/locale';
import { money } from '@/lib/domain/money';
import { readOptions } from '@/lib/domain/read-options';
import { optionGroups } from './option-groups';

const fields = optionGroups.flatMap((group) => group.fields);
const nothing = Object.fromEntries(fields.map(({ name }) => [name, '']));
const total = money(1_000_000n, 'COP');

test('the panel asks every option once, and the reader knows each', () => {
  expect(new Set(fields.map(({ name }) => name)).size).toBe(fields.length);
  expect(readOptions(nothing, total)).toEqual({ ok: true, options: {} });
});

test('what a choice offers is what the reader accepts', () => {
  for (const { name, options = [] } of fields)
    for (const { value } of options) {
      const read = readOptions({ ...nothing, [name]: value }, total);
      const wrong = read.ok ? undefined : read.fields[name];
      // An order has one currency: the panel's other ones price another sample order.
      if (!name.endsWith('currency')) expect(wrong, `${name}=${value}`).toBeUndefined();
    }
});

test.each(locales)('every option has its words in %s', (locale) => {
  for (const { title } of optionGroups) expect(title[locale]).not.toBe('');
  for (const { label, hint, options = [] } of fields) {
    expect(label[locale]).not.toBe('');
    expect(hint?.[locale]).not.toBe('');
    for (const option of options) expect(option.label[locale]).not.toBe('');
  }
});
