import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { drawTree, readTree, sourceFiles } from './tree.mjs';

const tree = readTree(readFileSync('ARCHITECTURE.md', 'utf8'));

test('every source file has a line in ARCHITECTURE.md, and every line has a file (node scripts/tree.mjs helps)', () => {
  expect([...tree.keys()].sort()).toEqual([...sourceFiles()].sort());
});

test('every line says what its file is', () => {
  expect([...tree].filter(([, note]) => note.trim().length < 5)).toEqual([]);
});

test('a tree that is drawn can be read again', () => {
  const notes = new Map([
    ['proxy.ts', 'in front'],
    ['lib/env.ts', 'the environment'],
    ['app/(store)/[locale]/page.tsx', 'the catalogue'],
  ]);
  const markdown = `x\n<!-- tree: one line for every source file -->\n\n\`\`\`\n${drawTree(notes)}\`\`\`\n\n<!-- end of tree -->`;
  expect(readTree(markdown)).toEqual(notes);
});
