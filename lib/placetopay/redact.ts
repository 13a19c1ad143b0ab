import { beginningOf, removed } from '@/lib/domain/redacted';

/** Keys whose values never leave the call: credentials, means of payment, personal data and links that open something. */
const secretKeys = new Set(
  [
    ...['secretKey', 'password'],
    ...['token', 'subtoken', 'tokenId', 'card', 'cardNumber', 'number', 'pan', 'cvv', 'cvc', 'pin', 'otp'],
    ...['accountNumber', 'bin', 'document', 'email', 'mobile', 'phone', 'street', 'postalCode'],
    ...['returnUrl', 'cancelUrl', 'processUrl', '_processUrl_', 'notificationUrl', 'ipAddress'],
  ].map((key) => key.toLowerCase()),
);

/** Made for one message and worth nothing after it: their beginning stays, so that two logs can be compared. */
const oneTimeKeys = new Set(['trankey', 'nonce', 'signature']);

/** Identifiers of the gateway: long digits that are no card. */
const identifiers = new Set(['requestid', 'internalreference', 'receipt', 'authorization']);

/**
 * A copy of a request or reply that may be stored and shown: what it must not hold is replaced by `[removed]`.
 * Pairs of the form `{keyword, value}` are judged by their keyword, and digits that look like a card number are
 * removed wherever they stand.
 */
export function redact(value: unknown, key = ''): unknown {
  if (value === null || value === undefined) return value ?? null;
  if (isSecret(key)) return removed;
  if (oneTimeKeys.has(key.trim().toLowerCase())) return beginningOf(value);
  if (Array.isArray(value)) return value.map((item) => redact(item, key));
  if (typeof value === 'object') return redactObject(value);
  if (identifiers.has(key.toLowerCase())) return value;
  if (typeof value === 'string') return withoutCards(value);
  if (typeof value === 'number' && looksLikeCard(String(value))) return removed;
  return value;
}

function redactObject(value: object) {
  const entries = Object.entries(value);
  const keyword = entries.find(([name]) => name.trim() === 'keyword')?.[1];
  return Object.fromEntries(
    entries.map(([name, item]) => {
      const underKeyword = name.trim() === 'value' && typeof keyword === 'string' && isSecret(keyword);
      return [name, underKeyword && item !== null ? removed : redact(item, name)];
    }),
  );
}

function isSecret(key: string) {
  return secretKeys.has(key.trim().toLowerCase());
}

function withoutCards(text: string) {
  return text.replace(/\d(?:[ -]?\d){12,18}/g, (digits) => (looksLikeCard(digits) ? removed : digits));
}

/** 13 to 19 digits that pass the Luhn check every card number passes. */
function looksLikeCard(text: string) {
  const digits = text.replace(/[ -]/g, '');
  if (!/^\d{13,19}$/.test(digits)) return false;
  const sum = Array.from(digits)
    .reverse()
    .map((digit, index) => (index % 2 === 0 ? Number(digit) : (doubled[Number(digit)] ?? 0)))
    .reduce((total, digit) => total + digit, 0);
  return sum % 10 === 0;
}

const doubled = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9];
