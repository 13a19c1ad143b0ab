import { z } from 'zod';
import { tidyJson } from './json';
import { redact } from './redact';

/** What a notification says of itself, true or not: for showing how its signature was checked. */
export type NotificationClaim = {
  requestId: string;
  reference: string | null;
  /** The literal texts that are signed, between requestId and secretKey. */
  toldStatus: string;
  toldDate: string;
  algorithm: 'sha256' | 'sha1' | null;
  /** The first hexadecimal digits of the signature: enough to compare with a log, useless to forge with. */
  signatureStart: string;
  bodyRedacted: unknown;
};

const claim = z.object({
  requestId: z.union([z.number().int().positive(), z.string().regex(/^\d{1,20}$/)]).transform(String),
  reference: z.string().max(64).nullish(),
  status: z.object({ status: z.string().max(64), date: z.string().max(64) }),
  signature: z.string().max(256).optional(),
});

const shownDigits = 8;

/** Null when the body says too little to be shown. Judges nothing: `readNotification` does that. */
export function readClaim(body: string): NotificationClaim | null {
  const content = tidyJson(body);
  const parsed = claim.safeParse(content);
  if (!parsed.success) return null;
  const { requestId, reference, status, signature = '' } = parsed.data;
  return {
    requestId,
    reference: reference ?? null,
    toldStatus: status.status,
    toldDate: status.date,
    algorithm: algorithmOf(signature),
    signatureStart: signature.replace(/^sha256:/, '').slice(0, shownDigits),
    bodyRedacted: redact(content),
  };
}

function algorithmOf(signature: string): NotificationClaim['algorithm'] {
  if (/^sha256:[0-9a-f]{64}$/.test(signature)) return 'sha256';
  return /^[0-9a-f]{40}$/.test(signature) ? 'sha1' : null;
}
