import { expect, test } from 'vitest';
import { removed, showRecorded } from './redacted';

test('what was taken out is named in the reader’s language, and nothing else changes', () => {
  const json = JSON.stringify({ email: removed, note: `card ${removed}`, name: 'Visa' });
  expect(showRecorded(json, 'es')).toBe('{"email":"[oculto]","note":"card [oculto]","name":"Visa"}');
  expect(showRecorded(json, 'en')).toBe(json);
});
