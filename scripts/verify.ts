/**
 * `npm run verify`: reads every order and the operators' log, and says where the books break a rule; it changes nothing.
 * `npm run verify -- --gateway` also asks the gateway about every attempt. Exit code 1 when anything is broken.
 */
import { parseArgs } from 'node:util';
import { verifyBooks } from '../lib/use-cases/verify-books';

const { gateway } = parseArgs({ options: { gateway: { type: 'boolean', default: false } } }).values;

const { orders, asked, untold, breaches, audit } = await verifyBooks({ askGateway: gateway });
for (const { orderNumber, rule, reference } of breaches)
  console.error([orderNumber, reference, rule].filter((part) => part !== null).join(' '));
if (audit.brokenAt !== null)
  console.error(`The operators' log was changed by force at entry ${audit.brokenAt}.`);
if (untold > 0)
  console.error(`PlacetoPay did not tell about ${untold} of ${asked} attempts: run it again later.`);
console.log(
  `${orders} orders, ${asked} attempts asked about, ${audit.entries} entries of operators: ${breaches.length} broken rules.`,
);
process.exit(breaches.length > 0 || audit.brokenAt !== null ? 1 : 0);
