import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ended, startServer } from './processes.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'with a space '));
});
afterEach(() => rmSync(folder, { recursive: true }));

function program(name: string, text: string) {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

test('a server that hands its work to a process of its own, as `next dev` does, is not cut off from it', async () => {
  program('worker.mjs', `process.send('ready'); process.on('message', (code) => process.exit(code));`);
  const server = program(
    'server.mjs',
    `import { fork } from 'node:child_process';
     const worker = fork(new URL('worker.mjs', import.meta.url), { execArgv: process.execArgv });
     worker.on('message', () => setTimeout(() => worker.send(7), 50));
     worker.on('exit', (code) => process.exit(code));`,
  );
  const child = startServer([server], { env: process.env, output: 'inherit' });
  expect(await ended(child)).toBe(7);
});

test('a server ends with what it started when the program that started it is gone', async () => {
  const server = program('server.mjs', `process.send('up'); setInterval(() => {}, 1000);`);
  const child = startServer([server], { env: process.env, output: 'inherit' });
  await once(child, 'message');
  child.disconnect();
  expect(await ended(child)).toBe('SIGKILL');
});
