/** `npm test`: everything that judges this project, from a fresh clone. See judge.mjs. */
import './node-version.cjs';

import('./judge.mjs').then(({ judge }) => judge());
