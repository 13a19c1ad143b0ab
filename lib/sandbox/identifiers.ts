import { createHash, createHmac, randomBytes } from 'node:crypto';

/**
 * Identifiers that the database does not count. What takes a seed is drawn from it, and by chance where it is null; the rest
 * follows from the numbers that the database counts.
 */

/** 32 hexadecimal digits, the secret of a payment page's address. */
export function newKey(seed: string | null, reference: string, at: Date): string {
  if (seed === null) return randomBytes(16).toString('hex');
  return seeded(seed, `key:${reference}:${at.getTime()}`).slice(0, 32);
}

/** 64 hexadecimal digits, and 16 decimal ones that end as the card does: two names of a kept card. */
export function newToken(seed: string | null, requestId: number, lastDigits: string) {
  const token = seed === null ? randomBytes(32).toString('hex') : seeded(seed, `token:${requestId}`);
  const digits = seed === null ? randomBytes(16).toString('hex') : seeded(seed, `subtoken:${requestId}`);
  const twelve = String((BigInt(`0x${digits.slice(0, 30)}`) % 900_000_000_000n) + 100_000_000_000n);
  return { token, subtoken: `${twelve}${lastDigits}` };
}

/** A UUID of version 4, in lower case. */
export function newUuid(seed: string | null, what: string): string {
  const hex = seed === null ? randomBytes(16).toString('hex') : seeded(seed, what);
  const variant = '89ab'[Number.parseInt(hex.slice(16, 17), 16) % 4];
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
  ];
  return [...parts, hex.slice(20, 32)].join('-');
}

/** The hidden field of the payment form: the same until an attempt is made, and unguessable without the key. */
export function attemptToken(session: { requestId: number; key: string }, number: number): string {
  return createHash('sha256')
    .update(`${session.requestId}:${session.key}:${number}`)
    .digest('hex')
    .slice(0, 40);
}

/** Six digits, never 000000, which means that there is none. */
export function authorizationOf(internalReference: number): string {
  const code = Number.parseInt(seeded('authorization', String(internalReference)).slice(0, 8), 16) % 999_998;
  return String(code + 1).padStart(6, '0');
}

/** Seven digits: how PSE names a payment, from its beginning on. */
export function cusOf(internalReference: number): string {
  const code = Number.parseInt(seeded('cus', String(internalReference)).slice(0, 8), 16) % 9_000_000;
  return String(code + 1_000_000);
}

/** Ten digits for the agent who takes cash: the last one is a check digit, so that a mistyped order is noticed. */
export function orderNumberOf(internalReference: number): string {
  const nine = String(100_000_000 + (internalReference % 900_000_000));
  const sum = [...nine].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 3 : 1), 0);
  return `${nine}${(10 - (sum % 10)) % 10}`;
}

/** Digits only, because some SDKs read it as a number. */
export function receiptOf(internalReference: number): string {
  return String(internalReference % 100_000_000).padStart(8, '0');
}

function seeded(seed: string, what: string): string {
  return createHmac('sha256', seed).update(what).digest('hex');
}
