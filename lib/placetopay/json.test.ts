import { expect, test } from 'vitest';
import { tidyJson } from './json';

test('a NUL leaves what is told, and nothing else does', () => {
  expect(tidyJson('{"message":"a\\u0000b"}')).toEqual({ message: 'ab' });
});

test('keys lose the blanks around them', () => {
  expect(tidyJson('{"total ":1,"a":[{"currency ":"COP"}]}')).toEqual({ total: 1, a: [{ currency: 'COP' }] });
});

test('a key twice with one value is one key, with two values it is unreadable', () => {
  expect(tidyJson('{"total":1,"total ":1}')).toEqual({ total: 1 });
  expect(tidyJson('{"total":1,"total ":2}')).toBeUndefined();
});

test('no key reaches a prototype', () => {
  const value = tidyJson(
    '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"a":{" __proto__ ":1}}',
  );
  expect(value).toEqual({ a: {} });
  expect(Object.getPrototypeOf(value)).toBeNull();
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test('nesting has an end', () => {
  expect(tidyJson(`${'['.repeat(31)}1${']'.repeat(31)}`)).toBeDefined();
  expect(tidyJson(`${'['.repeat(33)}1${']'.repeat(33)}`)).toBeUndefined();
  expect(tidyJson(`${'['.repeat(200_000)}${']'.repeat(200_000)}`)).toBeUndefined();
});

test.each(['', '{', 'undefined', '{"a":1', 'NaN'])('%j is no JSON', (text) => {
  expect(tidyJson(text)).toBeUndefined();
});
