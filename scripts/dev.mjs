/** `npm run dev`: the same parts as the demo, in one server with fast reload. See run.mjs. */
import './node-version.cjs';

import('./run.mjs').then(({ run }) => run({ development: true }));
