export type Visitor = { name: string | null; cartCount: number };

/** Sent on `window` by whoever changed the cart: the header asks again. */
export const cartChanged = 'ladera:cart-changed';

/** Who is here, by `/api/visitor`. Null when it cannot be known now: the page is complete without it. */
export async function readVisitor(signal: AbortSignal): Promise<Visitor | null> {
  try {
    const response = await fetch('/api/visitor', { signal });
    return response.ok ? toVisitor(await response.json()) : null;
  } catch {
    return null;
  }
}

/** Only what has the right shape is shown. */
export function toVisitor(answer: unknown): Visitor | null {
  if (typeof answer !== 'object' || answer === null) return null;
  if (!('name' in answer) || !('cartCount' in answer)) return null;
  const { name, cartCount } = answer;
  if (typeof cartCount !== 'number' || !Number.isSafeInteger(cartCount) || cartCount < 0) return null;
  return { name: typeof name === 'string' && name !== '' ? name : null, cartCount };
}
