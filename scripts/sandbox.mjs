/** `npm run sandbox`: just the gateway, built and running, from a fresh clone, for a shop of any language. See run.mjs. */
import './node-version.cjs';

import('./run.mjs').then(({ run }) => run({ development: false, alone: true }));
