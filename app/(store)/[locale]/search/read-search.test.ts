import { expect, test } from 'vitest';
import { readSearch } from './read-search';

test('a search is one line, without what cannot be seen', () => {
  expect(readSearch({ q: '  café \n\t de\u0000 Nariño ' })).toBe('café de Nariño');
  expect(readSearch({ q: ['ruana', 'mochila'] })).toBe('ruana');
  expect(readSearch({})).toBe('');
});

test('a search is at most 80 characters, and never half of one', () => {
  expect(readSearch({ q: '🏔'.repeat(200) })).toBe('🏔'.repeat(80));
});
