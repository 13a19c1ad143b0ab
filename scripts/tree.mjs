/**
 * The annotated tree of ARCHITECTURE.md: one line for every source file. `node scripts/tree.mjs` brings it up to date:
 * it keeps the lines that are there, drops those of files that are gone, and begins the lines of new files with the
 * first sentence of their first doc comment that is no member's.
 */
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMain } from './is-main.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folders = ['.ci', 'app', 'components', 'e2e', 'lib', 'prisma', 'scripts'];
const source = /\.(ts|tsx|js|jsx|mjs|cjs|css|sql|prisma)$|^run$/;
const begin = '<!-- tree: one line for every source file -->\n\n```\n';
const end = '```\n\n<!-- end of tree -->';

/** Every source file of the repository, as a path with `/`, in order. @returns {string[]} */
export function sourceFiles() {
  const top = readdirSync(root).filter(
    (name) => source.test(name) && name !== 'next-env.d.ts' && statSync(join(root, name)).isFile(),
  );
  return [...top.sort(), ...folders.flatMap((folder) => filesIn(folder))];
}

/** The lines of the tree in a text: path to note. @param {string} markdown @returns {Map<string, string>} */
export function readTree(markdown) {
  const lines = markdown.split(begin)[1]?.split(end)[0]?.split('\n') ?? [];
  const notes = new Map();
  let folder = '';
  for (const line of lines) {
    const [, indent, name, note = ''] = /^( *)(\S.*?)(?: {2,}(.*))?$/.exec(line) ?? [];
    if (name === undefined) continue;
    if (indent === '' && name.endsWith('/')) folder = name;
    else notes.set(indent === '' ? name : folder + name, note);
  }
  return notes;
}

/** @param {Map<string, string>} notes @returns {string} */
export function drawTree(notes) {
  const byFolder = Map.groupBy
    ? Map.groupBy(notes.keys(), (path) => dirname(path))
    : [...notes.keys()].reduce((groups, path) => {
        const folder = dirname(path);
        return groups.set(folder, [...(groups.get(folder) ?? []), path]);
      }, new Map());
  return [...byFolder]
    .map(([folder, paths]) => {
      const inside = folder === '.' ? '' : '  ';
      const width = Math.max(...paths.map((path) => basename(path).length)) + 2;
      const lines = paths.map((path) => `${inside}${basename(path).padEnd(width)}${notes.get(path)}`);
      return (folder === '.' ? lines : [`${folder}/`, ...lines]).join('\n');
    })
    .join('\n\n')
    .concat('\n');
}

function filesIn(folder) {
  if (!existsSync(join(root, folder))) return [];
  const entries = readdirSync(join(root, folder)).filter(
    (name) => !/^(generated|node_modules|\.next.*)$/.test(name),
  );
  const [inner, files] = [true, false].map((wanted) =>
    entries.filter((name) => statSync(join(root, folder, name)).isDirectory() === wanted).sort(),
  );
  return [
    ...files.filter((name) => source.test(name)).map((name) => `${folder}/${name}`),
    ...inner.flatMap((name) => filesIn(`${folder}/${name}`)),
  ];
}

function firstSentence(path) {
  const tested = /^(.*?)\.(integration\.|built\.)?test\.tsx?$/.exec(basename(path))?.[1];
  if (tested) return `tests ${tested}`;
  const text = readFileSync(join(root, path), 'utf8');
  const comment = /^\/\*\*([\s\S]*?)\*\//m.exec(text)?.[1] ?? /^\/\/\/? ?(.*)/m.exec(text)?.[1] ?? '';
  const plain = comment
    .replace(/^\s*\* ?/gm, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.startsWith('@') ? '' : plain.split(/\.(?=\s|$)/)[0];
}

if (isMain(import.meta)) {
  const file = join(root, 'ARCHITECTURE.md');
  const markdown = readFileSync(file, 'utf8');
  const known = readTree(markdown);
  const notes = new Map(sourceFiles().map((path) => [path, known.get(path) || firstSentence(path)]));
  const [before, rest] = markdown.split(begin);
  writeFileSync(file, before + begin + drawTree(notes) + end + rest.split(end)[1]);
  for (const [path, note] of notes) if (!note) console.log(`Say what it is: ${path}`);
}
