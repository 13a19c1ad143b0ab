/**
 * `npm run reconcile`: one sweep, for cron or by hand, beside any number of running shops. With the sandbox memberships can
 * be renewed as of another moment: `npm run reconcile -- --at 2027-03-01T12:00:00Z`. Nothing else is done then, because what
 * waits for the gateway waits by its clock.
 */
import { parseArgs } from 'node:util';
import { env } from '../lib/env';
import { renewMemberships } from '../lib/use-cases/advance-membership';
import { reconcile } from '../lib/use-cases/reconcile';
import { whenIdle } from '../lib/use-cases/background';

const { at } = parseArgs({ options: { at: { type: 'string' } } }).values;
const now = at === undefined ? new Date() : new Date(at);
if (Number.isNaN(now.getTime())) fail(`"${at}" is no moment: write it like 2027-03-01T12:00:00Z.`);
if (at !== undefined && env.environment !== 'sandbox')
  fail('Time goes its own way only with the sandbox: nobody is charged early with a real gateway.');

const counts =
  at === undefined ? await reconcile() : { memberships: await renewMemberships({ limit: 50, now }) };
await whenIdle();
console.log(
  Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', '),
);
process.exit(0);

function fail(why: string): never {
  console.error(why);
  process.exit(1);
}
