import { z } from 'zod';
import { joinPhone } from '@/components/sandbox/phone';
import { pageLanguages, type PageLanguage } from '@/lib/sandbox/dictionaries/page';

/** What the forms of the page send. Answers are judged by the gateway; here only their shape is. */

const text = z.string().max(1_000);

const place = {
  requestId: z.coerce.number().int().positive().max(2_147_483_647),
  key: z.string().regex(/^[0-9a-f]{32}$/),
  lang: z.enum(pageLanguages),
  /** Sent where a shop's page frames this one: the payer then leaves by a message, not by an address. */
  frame: z.literal('1').optional(),
};

export type Whereabouts = { requestId: number; key: string; lang: PageLanguage; frame?: '1' | undefined };

export const placeSubmission = z.strictObject(place);

/** A box that is not ticked is not sent. */
export const termsSubmission = z.strictObject({ ...place, accept: z.literal('on').optional() });

export const emailSubmission = z.strictObject({ ...place, email: text });

export const codeSubmission = z.strictObject({ ...place, code: text });

const attemptToken = z.string().min(1).max(200);

const holder = {
  name: text,
  surname: text,
  documentType: text,
  document: text,
  phoneCountry: text.optional(),
  phone: text,
};

export const cardSubmission = z
  .strictObject({
    ...place,
    attemptToken,
    /** Which test card filled the form; it comes back with the answers after a problem. */
    testCard: text,
    email: text,
    number: text,
    expiry: text,
    cvv: text,
    installments: text.optional(),
    /** Of Puerto Rico. */
    zip: text.optional(),
    ...holder,
    /** Of a payment in parts. */
    amount: text.optional(),
    /** A ticked box; one that is not is not sent. */
    consent: z.literal('on').optional(),
  })
  .transform(({ number, expiry, cvv, installments, zip, consent, ...rest }) => ({
    ...split(rest),
    card: { number, expiry, cvv, installments, zip },
    consent: consent === 'on',
  }));

const otherFields = { ...place, ...holder, attemptToken, email: text, amount: text.optional() };

/** Bank, phone or cash. Nequi's phone is asked for in place of the payer's. */
export const otherSubmission = z
  .discriminatedUnion('way', [
    z.strictObject({ ...otherFields, way: z.literal('pse'), bank: text, personType: text }),
    z.strictObject({
      ...otherFields,
      phone: text.optional(),
      way: z.literal('nequi'),
      nequiPhone: text,
    }),
    z.strictObject({ ...otherFields, way: z.literal('cash'), network: text }),
  ])
  .transform(({ phone = '', ...rest }) => {
    const { requestId, key, lang, frame, attemptToken: token, person, amount } = split({ ...rest, phone });
    const shared = { requestId, key, attemptToken: token, person, ...(amount !== undefined && { amount }) };
    return { place: { requestId, key, lang, frame }, asked: { ...shared, ...wayOf(rest) } };
  });

type Other =
  | { way: 'pse'; bank: string; personType: string }
  | { way: 'nequi'; nequiPhone: string }
  | { way: 'cash'; network: string };

function wayOf(sent: Other): Other {
  if (sent.way === 'pse') return { way: 'pse', bank: sent.bank, personType: sent.personType };
  if (sent.way === 'nequi') return { way: 'nequi', nequiPhone: sent.nequiPhone };
  return { way: 'cash', network: sent.network };
}

type Flat = Whereabouts & {
  attemptToken: string;
  email: string;
  name: string;
  surname: string;
  documentType: string;
  document: string;
  phoneCountry?: string | undefined;
  phone: string;
  amount?: string | undefined;
};

/** The flat form as the gateway takes it: where, which attempt, who, and how much. */
function split({ requestId, key, lang, frame, attemptToken: token, amount, ...holding }: Flat) {
  const { document, documentType, name, surname, email } = holding;
  const mobile = joinPhone(holding.phoneCountry ?? '', holding.phone);
  return {
    ...{ requestId, key, lang, frame, attemptToken: token },
    ...(amount !== undefined && { amount: amount.trim() }),
    person: { document, documentType, name, surname, email, mobile },
  };
}
