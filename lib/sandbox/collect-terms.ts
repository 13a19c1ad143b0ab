import { z } from 'zod';
import { creditsOf, readCredit, type ChosenCredit } from './credits';
import { isObject } from './json';
import type { Language } from './messages';
import { complain, describe } from './validation-messages';
import { integer, text, unlessEmpty } from './wire-parts';

/**
 * What a collect says of its instrument besides the token's names: instalments, the card's code, an account, a credit.
 * Source: https://docs.placetopay.dev/checkout/api/reference/token
 */

export type CollectTerms = {
  /** Null for none. */
  installments: number | null;
  /** Null where the country has no credit groups, or none was chosen. */
  credit: ChosenCredit | null;
};

export type ReadTerms = ({ ok: true } & CollectTerms) | { ok: false; message: string };

/** The terms, or in words what is wrong with them. The card's code is judged and forgotten. */
export function readTerms(instrument: unknown, country: string, language: Language): ReadTerms {
  const isNested = isObject(instrument) && isObject(instrument.token);
  const read = (isNested ? nested : direct).safeParse({ instrument }, { reportInput: true });
  if (!read.success) {
    const [first] = read.error.issues;
    return { ok: false, message: first ? describe(first, language) : '' };
  }
  const { installments = 0, credit } = read.data;
  const offered = country === 'EC' ? creditsOf(country) : [];
  const count = credit?.installment ?? installments;
  if (!credit || offered.length === 0) return { ok: true, installments: count || null, credit: null };
  const chosen = readCredit(`${credit.groupCode ?? ''}:${count}`, offered);
  if (!chosen) return { ok: false, message: complain('selected', 'instrument.credit', language) };
  return { ok: true, installments: chosen.installments, credit: chosen };
}

/** 0 means none, as PHP sends it. */
const times = integer.pipe(z.number().min(0).max(99));

const ofToken = {
  installments: times.optional(),
  cvv: text(100)
    .refine((code) => /^\d{3,4}$/.test(code))
    .optional(),
};

const ofInstrument = {
  // Of Uruguay: savings and current account in pesos, and the same in dollars.
  pocket: text(100)
    .pipe(z.enum(['10', '20', '80', '90']))
    .optional(),
  credit: unlessEmpty(
    z
      .object({
        code: text(10).optional(),
        type: text(10).optional(),
        groupCode: text(10).optional(),
        installment: times.optional(),
      })
      .optional(),
  ),
};

/** The token's names stand under `instrument.token`, or directly under `instrument`. */
const nested = z
  .object({ instrument: z.object({ token: z.object(ofToken), ...ofInstrument }) })
  .transform(({ instrument: { token, ...rest } }) => ({ ...rest, ...token }));

const direct = z
  .object({ instrument: unlessEmpty(z.object({ ...ofToken, ...ofInstrument })) })
  .transform(({ instrument }) => instrument);
