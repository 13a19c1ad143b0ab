/** Letters and digits that nobody confuses when reading aloud: no I, L, O, U, 0 or 1. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** `LAD-7K3M9QXA`: what people and the gateway read. Eight random bytes in. */
export function orderNumber(bytes: Uint8Array): string {
  return `LAD-${spell(bytes, 8)}`;
}

/**
 * `LAD-7K3M9QXA-2-H4T7RW`: what the gateway knows one attempt by. At most 32 of A-Z, 0-9 and `-`, never reused.
 * Six random bytes in.
 */
export function reference(number: string, attempt: number, bytes: Uint8Array): string {
  const text = `${number}-${attempt}-${spell(bytes, 6)}`;
  if (!isReference(text)) throw new RangeError(`"${text}" cannot be a payment reference.`);
  return text;
}

export function isReference(text: string): boolean {
  return /^[A-Z0-9-]{1,32}$/.test(text);
}

function spell(bytes: Uint8Array, length: number): string {
  if (bytes.length < length) throw new RangeError(`${length} random bytes are needed.`);
  return Array.from(bytes.slice(0, length), (byte) => alphabet[byte % alphabet.length]).join('');
}
