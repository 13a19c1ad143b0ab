import { z } from 'zod';
import { documentTypesOf, isCompanyDocument, isDocument, isDocumentType, isCountry } from './document';

/** Who buys. Lengths are those the gateway keeps without cutting: https://docs.placetopay.dev/en/checkout (Person). */
export type Buyer = {
  readonly name: string;
  /** Empty for a company. */
  readonly surname: string;
  readonly email: string;
  readonly phone: string;
  readonly documentType: string;
  readonly document: string;
  readonly country: string;
  readonly state: string | null;
  readonly city: string;
  readonly street: string;
  readonly postalCode: string | null;
};

/** The buyer as an order shows it: the document number stays encrypted, only its ending is readable. */
export type KnownBuyer = Omit<Buyer, 'document'> & { readonly documentEnding: string };

const line = (longest: number) =>
  z.string().trim().min(1, 'required').max(longest, 'too_long').refine(isCardless, 'looks_like_card');
const optional = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest, 'too_long')
    .refine(isCardless, 'looks_like_card')
    .nullish()
    .transform((text) => text || null);
const personal = line(60).regex(/^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} .,'’&()/-]*$/u, 'invalid_name');

/** The checkout form: every message is a key of `Problem`. A strict object: an unknown field is refused. */
export const buyerSchema = z
  .strictObject({
    name: personal,
    surname: z.union([z.literal(''), personal]).default(''),
    email: z
      .string()
      .trim()
      .toLowerCase()
      .min(1, 'required')
      .max(80, 'too_long')
      .refine(isCardless, 'looks_like_card')
      .pipe(z.email('invalid_email')),
    phone: z
      .string()
      .trim()
      .min(1, 'required')
      .max(20, 'too_long')
      .regex(/^\+?[0-9][0-9 ()-]{5,18}[0-9]$/, 'invalid_phone')
      .refine(isCardless, 'looks_like_card'),
    documentType: z.string().min(1, 'required').refine(isDocumentType, 'invalid_document_type'),
    document: z.string().trim().min(1, 'required').max(25, 'too_long'),
    country: z.string().min(1, 'required').refine(isCountry, 'invalid_country'),
    state: optional(40),
    city: line(30),
    street: line(128),
    postalCode: optional(10).refine((code) => code === null || /^[A-Za-z0-9 -]{3,10}$/.test(code), 'invalid'),
  })
  .superRefine((buyer, context) => {
    if (!documentTypesOf(buyer.country).some(({ code }) => code === buyer.documentType)) {
      context.addIssue({ code: 'custom', path: ['documentType'], message: 'invalid_document_type' });
    } else if (!isDocument(buyer.documentType, buyer.document)) {
      context.addIssue({ code: 'custom', path: ['document'], message: 'invalid_document' });
    } else if (isCardNumber(buyer.document)) {
      context.addIssue({ code: 'custom', path: ['document'], message: 'looks_like_card' });
    }
    if (buyer.surname === '' && !isCompanyDocument(buyer.documentType)) {
      context.addIssue({ code: 'custom', path: ['surname'], message: 'required' });
    }
  }) satisfies z.ZodType<Buyer>;

/** The last three characters, for people to recognise theirs. */
export function documentEnding(document: string): string {
  return document.slice(-3);
}

/** False when the text holds what looks like a card number: 13 to 19 digits with a right check digit. */
export function isCardless(text: string): boolean {
  const runs = text.match(/\d(?:[ -]?\d){12,18}/g) ?? [];
  return !runs.some((run) => hasCheckDigit(run.replace(/\D/g, '')));
}

/**
 * Documents are digits too, and one in ten has a right check digit by chance: only what also begins and is as long as
 * a card is taken for one.
 */
function isCardNumber(document: string): boolean {
  const digits = document.replace(/[ -]/g, '');
  return /^(?:4\d{12,18}|(?:2[2-7]|3\d|5\d|6\d)\d{12,17})$/.test(digits) && hasCheckDigit(digits);
}

function hasCheckDigit(digits: string): boolean {
  const total = [...digits].reverse().reduce((sum, digit, index) => {
    const value = digit.charCodeAt(0) - 48;
    const doubled = index % 2 === 1 ? value * 2 : value;
    return sum + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return total % 10 === 0;
}
