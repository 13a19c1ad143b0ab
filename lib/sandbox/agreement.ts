import { z } from 'zod';

/** The id of a destination of a dispersion. Source: https://docs.placetopay.dev/checkout/create-session */

const longest = 32;

/** A whole number, or its digits; told back as a number where JSON tells all of them. */
export const agreement = z.unknown().transform((sent, context) => {
  const digits = typeof sent === 'string' || Number.isSafeInteger(sent) ? String(sent).trim() : '';
  if (/^\d+$/.test(digits) && digits.length <= longest) return toldAgreement(digits);
  context.addIssue({ code: 'custom', params: { rule: 'numeric' } });
  return z.NEVER;
});

/** As it is told: SDKs read a number and its digits alike. */
export function toldAgreement(digits: string): number | string {
  const number = Number(digits);
  return Number.isSafeInteger(number) ? number : digits;
}
