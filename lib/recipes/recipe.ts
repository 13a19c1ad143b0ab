import { removed } from '@/lib/domain/redacted';

/** A call to the gateway that can be repeated: everything it said but `auth`, which each repetition computes anew. */
export type Recipe = {
  /** Where the call is posted, whole. */
  readonly url: string;
  readonly login: string;
  /** JSON without `auth`; what was removed before it was kept has an example in its place. */
  readonly content: Readonly<Record<string, unknown>>;
};

type Recorded = { readonly path: string; readonly requestRedacted: unknown };

/** `base` is the gateway's base URL, without a final slash. */
export function toRecipe({ path, requestRedacted }: Recorded, base: string): Recipe {
  const { auth, ...content } = isObject(requestRedacted) ? requestRedacted : {};
  const login = isObject(auth) && typeof auth.login === 'string' ? auth.login : 'YOUR_LOGIN';
  return { url: `${base}${path}`, login, content: fillIn(content) };
}

/** The moment a session closes has passed when somebody repeats the call: without it the gateway gives 30 minutes. */
const dropped = new Set(['expiration']);

/** Data of nobody, in the form the gateway accepts. To add one: the field's name in lower case. */
const examples: Readonly<Record<string, string>> = {
  document: '1040035000',
  email: 'payer@example.com',
  mobile: '+573000000000',
  phone: '+576040000000',
  street: 'Calle 1 # 2-3',
  postalcode: '050001',
  returnurl: 'https://shop.example/return',
  cancelurl: 'https://shop.example/cancel',
  notificationurl: 'https://shop.example/notification',
  ipaddress: '203.0.113.7',
  token: 'YOUR_TOKEN',
  subtoken: 'YOUR_SUBTOKEN',
  tokenid: 'YOUR_TOKEN',
};

function fillIn(content: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(content)
      .filter(([name]) => !dropped.has(name))
      .map(([name, value]) => [name, filled(value, name)]),
  );
}

function filled(value: unknown, name: string): unknown {
  if (value === removed) return examples[name.toLowerCase()] ?? 'FILL_IN';
  if (Array.isArray(value)) return value.map((part) => filled(part, name));
  return isObject(value) ? fillIn(value) : value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
