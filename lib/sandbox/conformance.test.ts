import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** The table in CONFORMANCE.md and the tests' titles name the same behaviours in the same files. */

const folder = import.meta.dirname;

const rows = [
  ...readFileSync(join(folder, 'CONFORMANCE.md'), 'utf8').matchAll(
    /^\| (GW-[A-Z]+-\d+) .*\| ([\w.-]+\.test\.ts) +\|$/gm,
  ),
];

const inTable = rows.map(([, id, file]) => `${id} ${file}`);

const inTests = readdirSync(folder)
  .filter((file) => file.endsWith('.test.ts') && file !== 'conformance.test.ts')
  .flatMap((file) => {
    const ids = [...readFileSync(join(folder, file), 'utf8').matchAll(/['"`](GW-[A-Z]+-\d+)/g)].map(
      ([, id]) => id,
    );
    return [...new Set(ids)].map((id) => `${id} ${file}`);
  });

test('every behaviour of the table has its test, and every test its line', () => {
  expect(inTests.length).toBeGreaterThan(100);
  expect([...inTable].sort()).toEqual([...inTests].sort());
});

test('no id is given twice', () => {
  const ids = rows.map(([, id]) => id);
  expect(ids).toEqual([...new Set(ids)]);
});

test('every line of the table is read', () => {
  const lines = readFileSync(join(folder, 'CONFORMANCE.md'), 'utf8').match(/^\| GW-/gm) ?? [];
  expect(rows).toHaveLength(lines.length);
});
