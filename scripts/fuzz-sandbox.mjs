/**
 * `npm run fuzz:sandbox`: 100,000 malformed requests against the gateway. `npm run fuzz:sandbox -- 500 rain` tries 500 of
 * the seed "rain"; without a seed every run draws its own, and says which.
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { showNode, stopAll } from './processes.mjs';
import { root } from './setup.mjs';

const [cases = '100000', seed = randomBytes(4).toString('hex')] = process.argv.slice(2);
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(name, () => stopAll().then(() => process.exit(1)));
const code = await showNode(
  [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--project',
    'sandbox-integration',
    'lib/sandbox/malformed',
  ],
  { env: { ...process.env, FUZZ_CASES: cases, FUZZ_SEED: seed } },
);
process.exit(code === 0 ? 0 : 1);
