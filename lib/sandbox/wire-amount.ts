import { z } from 'zod';
import { isObject } from './json';
import { readAmount, toWire } from './money';
import { numeric, unwrap } from './wire-parts';

/** Amounts as requests hold them. Source: https://docs.placetopay.dev/checkout/tax-details */

const taxKinds = [
  'valueAddedTax',
  'exciseDuty',
  'ice',
  'airportTax',
  'stateTax',
  'municipalTax',
  'reducedStateTax',
];

const detailKinds = [
  'discount',
  'additional',
  'vatDevolutionBase',
  'shipping',
  'handlingFee',
  'insurance',
  'giftWrap',
  'subtotal',
  'fee',
  'tip',
  'airline',
  'interests',
];

/** An element whose kind nobody knows is ignored, whatever else is in it. Source: https://docs.placetopay.dev/checkout/tax-details */
function known<T extends z.ZodType>(kinds: readonly string[], element: T) {
  const isKnown = ({ kind }: { kind?: unknown }) => typeof kind !== 'string' || kinds.includes(kind);
  return z.preprocess((value) => {
    const sent = unwrap(value);
    return Array.isArray(sent) ? sent.filter((one) => !isObject(one) || isKnown(one)) : sent;
  }, z.array(element));
}

const taxes = known(
  taxKinds,
  z
    .object({ kind: z.string(), amount: numeric, base: numeric.optional() })
    .transform(({ base = 0, ...tax }) => ({ ...tax, base })),
);

const details = known(
  [...detailKinds, 'interest'],
  z.object({
    kind: z.string().transform((kind) => (kind === 'interest' ? 'interests' : kind)),
    amount: numeric,
  }),
);

/** Rounded half up to the currency's digits; never negative. */
export const amount = z
  .object({
    currency: z.string().regex(/^[A-Z]{3}$/),
    total: numeric,
    taxes: taxes.optional(),
    details: details.optional(),
  })
  .transform((sent, context) => {
    const total = readAmount(sent.total, sent.currency);
    if (total) return { ...sent, total: toWire(total) };
    context.addIssue({ code: 'custom', path: ['total'], params: { rule: 'numeric' } });
    return z.NEVER;
  });
