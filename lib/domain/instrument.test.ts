import { expect, test } from 'vitest';
import { holderOf } from './instrument';

test.each([
  ['Ana', 'Rojas', 'Ana Rojas'],
  ['  Ana \n María ', ' Rojas\u0000', 'Ana María Rojas'],
  ['Café Ladera S.A.S.', null, 'Café Ladera S.A.S.'],
  [null, 'Rojas', 'Rojas'],
  [null, null, null],
  [' ', '\t', null],
  ['4110 7600 0000 0081', 'Rojas', null],
  ['a'.repeat(60), 'b'.repeat(60), `${'a'.repeat(60)} ${'b'.repeat(60)}`],
  ['a'.repeat(61), 'b'.repeat(60), null],
])('%j and %j name the holder %j', (name, surname, holder) => {
  expect(holderOf(name, surname)).toBe(holder);
});
