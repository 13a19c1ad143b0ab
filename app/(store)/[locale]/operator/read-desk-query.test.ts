import { expect, test } from 'vitest';
import { deskAddress, readDeskQuery } from './read-desk-query';

const after = { createdAt: new Date('2026-11-20T02:20:00.123Z'), id: 'Ab_c-1' };

test('an address says the same when it is read again', () => {
  const address = deskAddress('/es/operator', { status: 'PAID', after });
  const query = Object.fromEntries(new URL(address, 'http://x').searchParams);
  expect(readDeskQuery(query)).toEqual({ text: '', status: 'PAID', after });
  expect(deskAddress('/es/operator', { status: undefined, after: undefined })).toBe('/es/operator');
});

test.each([
  [{ status: 'MOON', after: 'yesterday', q: ['a', 'b'] }],
  [{ after: "2026-11-20T02:20:00Z_'; DROP" }],
  [{ after: '2026-99-99T02:20:00Z_x' }],
  [{}],
])('what an address cannot mean is nothing: %j', (query) => {
  expect(readDeskQuery(query)).toEqual({ text: '', status: undefined, after: undefined });
});

test('a name is cut, not refused', () => {
  expect(readDeskQuery({ q: `  ${'x'.repeat(100)}` }).text).toBe('x'.repeat(64));
});
