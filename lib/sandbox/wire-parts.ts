import { z } from 'zod';
import { cutText } from './cut-text';
import { isObject } from './json';
import { readDay } from './recurrence';

/**
 * The structures that requests share, with their limits. Source:
 * https://docs.placetopay.dev/checkout/api/reference/session
 */

/** Text of at most so many characters; a whole number is read as its digits, where JSON tells all of them. */
export function text(max: number) {
  return z.preprocess(
    (value) => (Number.isSafeInteger(value) ? String(value) : value),
    z.string().min(1).max(max),
  );
}

/** Text that the gateway silently cuts. */
export function cut(max: number) {
  return z.preprocess(
    (value) => (typeof value === 'number' ? String(value) : value),
    z.string().transform((value) => cutText(value, max)),
  );
}

/** Numbers come as numbers or as numeric text, and leave as numbers. */
export const numeric = z.preprocess(
  (value) => (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : value),
  z.number(),
);

export const integer = z.preprocess(
  (value) => (typeof value === 'string' && /^-?\d+$/.test(value.trim()) ? Number(value) : value),
  z.number().int(),
);

/** `true`, and how older SDKs write it; whatever else was sent is false. */
export const flag = z.unknown().transform((value) => [true, 'true', 1, '1'].some((yes) => yes === value));

/** Only `true` is true. Source: https://docs.placetopay.dev/checkout/skip-result */
export const strictFlag = z.unknown().transform((value) => value === true);

/** A list may come as its only element, or as `{ item: … }`, which SDKs have from the SOAP interface. */
export function list<T extends z.ZodType>(element: T) {
  return z.preprocess(unwrap, z.array(element));
}

export function unwrap(value: unknown): unknown {
  if (!isObject(value)) return value;
  const names = Object.keys(value);
  if (names.length === 0) return [];
  const inner: unknown = 'item' in value && names.length === 1 ? value.item : value;
  return Array.isArray(inner) ? inner : [inner];
}

/** PHP writes an empty object as `[]`, and reads the two alike: it says nothing. */
export function unlessEmpty<T extends z.ZodType>(part: T) {
  return z.preprocess((value) => (Array.isArray(value) && value.length === 0 ? undefined : value), part);
}

/** A day, or a date and time of which the day counts; it is told back as it came. */
export const day = z
  .string()
  .max(35)
  .refine((text) => readDay(text) !== null, { params: { rule: 'date' } });

const refusedSchemes = ['javascript:', 'data:', 'vbscript:', 'file:', 'blob:', 'about:'];

/** An absolute address of at most 255 characters: also of an app, never one that runs in the page. */
export const uri = z
  .string()
  .max(255)
  .refine(isAddress, { params: { rule: 'format' } });

const address = z.object({
  street: cut(128).optional(),
  city: cut(30).optional(),
  state: cut(60).optional(),
  postalCode: cut(10).optional(),
  country: z.string().length(2).optional(),
  phone: text(20).optional(),
});

export const person = z.object({
  document: text(25).optional(),
  documentType: text(6).optional(),
  name: text(60).optional(),
  surname: text(60).optional(),
  company: text(60).optional(),
  // One that is too long is judged with whose it is: refused in a payer, dropped in a buyer.
  email: z.string().optional(),
  // It is told back as the JSON type that came.
  mobile: z.union([z.string().max(30), z.number()]).optional(),
  address: unlessEmpty(address.optional()),
});

const displays = ['none', 'payment', 'receipt', 'both', 'approved'] as const;

const field = z.object({
  keyword: text(50),
  value: z
    .unknown()
    .transform((value) => (typeof value === 'string' ? cutText(value, 255) : (value ?? null)))
    .default(null),
  displayOn: z.enum(displays).catch('none'),
});

export type Field = z.infer<typeof field>;

/** Of two with the same keyword the first one wins; the page's address is told under a keyword of the gateway's own. */
export const fields = list(field).transform((sent) =>
  sent.filter(
    ({ keyword }, at) =>
      keyword !== '_processUrl_' && sent.findIndex((other) => other.keyword === keyword) === at,
  ),
);

/** The first fifty; longer texts are cut. */
export const items = list(
  z.object({
    sku: cut(30).optional(),
    name: cut(120).optional(),
    category: z.enum(['digital', 'physical']).optional().catch(undefined),
    qty: cut(30).optional(),
    price: numeric.optional(),
    tax: numeric.optional(),
  }),
).transform((sent) => sent.slice(0, 50));

function isAddress(value: string): boolean {
  if (!URL.canParse(value)) return false;
  return !refusedSchemes.includes(new URL(value).protocol) && /^[a-z][a-z0-9+.-]*:\/\//i.test(value);
}
