import { toFields, type Dialect } from './literal';
import type { Recipe } from './recipe';

/** JSON is TypeScript; a name that is an identifier needs no quotes, but keeps them: it is the wire's. */
const dialect: Dialect = {
  words: { true: 'true', false: 'false', null: 'null' },
  text: (text) => JSON.stringify(text),
  list: { open: '[', close: ']' },
  record: { open: '{', close: '}' },
  emptyRecord: '{}',
  pair: ': ',
};

/** For Node 20 or newer: `npx tsx call.mts`. */
export function typescript({ url, login, content }: Recipe): string {
  return `// call.mts, run with: npx tsx call.mts
import { createHash, randomBytes } from 'node:crypto';

const login = ${JSON.stringify(login)};
const secretKey = process.env.PLACETOPAY_SECRET_KEY ?? 'YOUR_SECRET_KEY';

const nonce = randomBytes(16);
const seed = new Date().toISOString();
// The bytes of the nonce are hashed, never its base64 text.
const tranKey = createHash('sha256').update(nonce).update(seed + secretKey).digest('base64');

const body = {
  auth: { login, tranKey, nonce: nonce.toString('base64'), seed },
${toFields(content, dialect, 1)}};

const response = await fetch(${JSON.stringify(url)}, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
});
console.log(JSON.stringify(await response.json(), null, 2));
`;
}
