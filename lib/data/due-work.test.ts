import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const read = (file: string) => readFileSync(join(import.meta.dirname, file), 'utf8').replaceAll(/\s+/g, ' ');

/** What is claimed by its time, and by which column, as `"Inbox" WHERE "nextAt"`. */
const claims = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && !file.includes('.test.'))
  .flatMap((file) => read(file).split('$queryRaw').slice(1))
  .map((query) => query.split(';')[0] ?? '')
  .filter((query) => query.includes('FOR UPDATE SKIP LOCKED'))
  .map((query) => /FROM ("\w+")\s+WHERE ("\w+") <= /.exec(query))
  .map((found) => found && `${found[1]} WHERE ${found[2]} <= `);

test('whatever is claimed by its time is asked about before a sweep', () => {
  expect(claims.length).toBeGreaterThanOrEqual(6);
  for (const claim of claims) expect(read('due-work.ts')).toContain(claim);
});
