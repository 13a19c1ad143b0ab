/** `npm run reconcile`: one sweep, for cron or by hand, beside any number of running shops. */
import { reconcile } from '../lib/use-cases/reconcile';
import { whenIdle } from '../lib/use-cases/background';

const counts = await reconcile();
await whenIdle();
console.log(
  Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', '),
);
process.exit(0);
