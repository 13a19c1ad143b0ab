import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';

/** The table in CONFORMANCE.md and the tests' titles name the same behaviours in the same files. */

const folder = import.meta.dirname;

const rows = [
  ...readFileSync(join(folder, 'CONFORMANCE.md'), 'utf8').matchAll(
    /^\| (GW-[A-Z]+-\d+) .*\| ([\w.-]+\.(?:test|spec)\.ts) +\|$/gm,
  ),
];

const inTable = rows.map(([, id, file]) => `${id} ${file}`);

/** What is tried in a browser or drawn by a component has its id too. */
const places = ['lib/sandbox', 'components/sandbox', 'e2e'].map((name) => join(folder, '../..', name));

const inTests = places
  .flatMap((place) => readdirSync(place).map((file) => join(place, file)))
  .filter((path) => /\.(test|spec)\.ts$/.test(path) && basename(path) !== 'conformance.test.ts')
  .flatMap((path) => {
    const ids = [...readFileSync(path, 'utf8').matchAll(/['"`](GW-[A-Z]+-\d+)/g)].map(([, id]) => id);
    return [...new Set(ids)].map((id) => `${id} ${basename(path)}`);
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
