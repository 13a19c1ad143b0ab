import { z } from 'zod';
import { joinPhone } from '@/components/sandbox/phone';
import { pageLanguages } from '@/lib/sandbox/dictionaries/page';

/** What the forms of the page send. Answers are judged by the gateway; here only their shape is. */

const text = z.string().max(1_000);

const place = {
  requestId: z.coerce.number().int().positive().max(2_147_483_647),
  key: z.string().regex(/^[0-9a-f]{32}$/),
  lang: z.enum(pageLanguages),
  /** Sent where a shop's page frames this one: the payer then leaves by a message, not by an address. */
  frame: z.literal('1').optional(),
};

export type Whereabouts = { requestId: number; key: string; lang: string; frame?: '1' | undefined };

export const placeSubmission = z.strictObject(place);

/** A box that is not ticked is not sent. */
export const termsSubmission = z.strictObject({ ...place, accept: z.literal('on').optional() });

export const emailSubmission = z.strictObject({ ...place, email: text });

export const codeSubmission = z.strictObject({ ...place, code: text });

export const cardSubmission = z
  .strictObject({
    ...place,
    attemptToken: z.string().min(1).max(200),
    /** Which test card filled the form; it comes back with the answers after a problem. */
    testCard: text,
    email: text,
    number: text,
    expiry: text,
    cvv: text,
    installments: text.optional(),
    name: text,
    surname: text,
    documentType: text,
    document: text,
    phoneCountry: text.optional(),
    phone: text,
    /** Of a payment in parts. */
    amount: text.optional(),
    /** A ticked box; one that is not is not sent. */
    consent: z.literal('on').optional(),
  })
  .transform(
    ({ requestId, key, lang, frame, attemptToken, number, expiry, cvv, installments, ...holder }) => ({
      requestId,
      key,
      lang,
      frame,
      attemptToken,
      card: { number, expiry, cvv, installments },
      ...(holder.amount !== undefined && { amount: holder.amount.trim() }),
      consent: holder.consent === 'on',
      person: {
        document: holder.document,
        documentType: holder.documentType,
        name: holder.name,
        surname: holder.surname,
        email: holder.email,
        mobile: joinPhone(holder.phoneCountry ?? '', holder.phone),
      },
    }),
  );
