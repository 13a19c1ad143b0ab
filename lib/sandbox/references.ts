/** An internalReference as clients send it: a number or its digits. Null for what none can be. */
export function readReference(sent: unknown): number | null {
  const text = typeof sent === 'number' || typeof sent === 'string' ? String(sent).trim() : '';
  const reference = /^\d{1,10}$/.test(text) ? Number(text) : 0;
  return reference > 0 && reference <= 2_147_483_647 ? reference : null;
}
