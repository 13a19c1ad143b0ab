import { expect, test } from 'vitest';
import { preferredLocale } from './accept-language';

test.each([
  ['', 'es'],
  ['en', 'en'],
  ['en-GB,en;q=0.9', 'en'],
  ['fr,en;q=0.4,es;q=0.5', 'es'],
  ['es;q=0.1, en;q=0.2', 'en'],
  ['en;q=0', 'es'],
  ['de,*;q=0.5', 'es'],
  ['EN-us', 'en'],
  [';;;,,q=,en;q=nonsense', 'es'],
  ['x'.repeat(10_000), 'es'],
])('%j leads to %s', (header, locale) => {
  expect(preferredLocale(header)).toBe(locale);
});
