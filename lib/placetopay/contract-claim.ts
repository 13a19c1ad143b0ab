import { z } from 'zod';
import { tidyJson } from './json';
import { redact } from './redact';

/** What a call of AutoPay's says of itself, true or not: for showing how it was checked. */
export type ContractClaim = {
  reference: string;
  /** What a webhook signs beside the secret, word by word. */
  signedText: string | null;
  /** The first hexadecimal digits of its signature: enough to compare with a log, useless to forge with. */
  signatureStart: string | null;
  bodyRedacted: unknown;
};

const text = z.string().max(64);
const claim = z.object({ reference: z.string().min(1).max(32) });
const signed = z.object({ id: text, type: text, date: text, signature: z.string().max(256) });

const shownDigits = 8;

/** Null when the body does not say which agreement it is about. Judges nothing: autopay-contracts.ts does that. */
export function readContractClaim(body: string): ContractClaim | null {
  const content = tidyJson(body);
  const about = claim.safeParse(content);
  if (!about.success) return null;
  const { data: told } = signed.safeParse(content);
  return {
    reference: about.data.reference,
    signedText: told ? `${told.id}${told.type}${told.date}` : null,
    signatureStart: told ? told.signature.replace(/^sha256:/, '').slice(0, shownDigits) : null,
    bodyRedacted: redact(content),
  };
}
