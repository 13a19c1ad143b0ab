/**
 * Type-checks both wings: the route types are written with the gateway's pages included. `npm run types`
 * The compiler is TypeScript 7, in a third of the time; ESLint's parser and Next still need 6, which is the one named
 * `typescript`.
 */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const env = { ...process.env, SANDBOX: '1', NEXT_TELEMETRY_DISABLED: '1' };

// Types of an older build may name routes that are gone.
for (const build of ['.next', '.next/dev', '.next-test', '.next-store']) {
  rmSync(join(root, build, 'types'), { recursive: true, force: true });
}

for (const command of [
  [join(root, 'node_modules/next/dist/bin/next'), 'typegen'],
  [join(root, 'node_modules/typescript-7/bin/tsc'), '--noEmit'],
]) {
  const { status } = spawnSync(process.execPath, command, { cwd: root, env, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
