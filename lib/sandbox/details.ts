import { z } from 'zod';

/** What a transaction's means tells besides a card's digits. Stored as it is, and never a number of a card. */

const person = z.enum(['NATURAL', 'LEGAL']);

const details = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('bank'), code: z.string(), name: z.string(), person }),
  z.object({ kind: z.literal('phone'), number: z.string() }),
  z.object({
    kind: z.literal('credit'),
    code: z.number(),
    type: z.string(),
    groupCode: z.string(),
    installments: z.number(),
    totalAmount: z.number(),
    interestAmount: z.number(),
    installmentAmount: z.number(),
  }),
]);

export type Details = z.infer<typeof details>;

export type PersonType = z.infer<typeof person>;

/** Null for a transaction that has none. */
export function detailsOf({ details: stored }: { details: unknown }): Details | null {
  return stored === null || stored === undefined ? null : details.parse(stored);
}
