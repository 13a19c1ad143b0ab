import { join } from 'node:path';

/** The smallest Next application: what it ships is what the shop's pages are measured against. */
export default { turbopack: { root: join(import.meta.dirname, '../../..') } };
