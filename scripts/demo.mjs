/** `npm run demo`: the shop and the sandbox gateway, built and running, from a fresh clone. See run.mjs. */
import './node-version.cjs';

import('./run.mjs').then(({ run }) => run({ development: false }));
