/** `npm run bench:desk`: the operator's desk among 200,000 orders, beside the 2,000 of every test run. */
import { spawnSync } from 'node:child_process';

for (const count of ['2000', '200000']) {
  const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'integration', 'lib/data/desk'], {
    stdio: 'inherit',
    env: { ...process.env, DESK_ORDERS: count },
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}
