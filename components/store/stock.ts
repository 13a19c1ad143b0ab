/** Units left of each product asked about; a product that is not in the answer is not known. */
export type Stock = ReadonlyMap<string, number>;

/** Units left, by `/api/stock`. Empty when it cannot be known now: adding to the cart checks again anyway. */
export async function readStock(slugs: readonly string[], signal: AbortSignal): Promise<Stock> {
  const query = new URLSearchParams(slugs.map((slug) => ['slug', slug]));
  try {
    const response = await fetch(`/api/stock?${query}`, { signal });
    return response.ok ? toStock(await response.json()) : new Map();
  } catch {
    return new Map();
  }
}

/** Only whole counts that are not negative are believed. */
export function toStock(answer: unknown): Stock {
  if (typeof answer !== 'object' || answer === null) return new Map();
  const counts = Object.entries(answer).filter(
    (entry): entry is [string, number] => Number.isSafeInteger(entry[1]) && Number(entry[1]) >= 0,
  );
  return new Map(counts);
}

/** From here down, what is left is worth saying as a number. */
const few = 5;

export type StockLevel = 'sold_out' | 'few' | 'plenty';

export function stockLevel(units: number): StockLevel {
  if (units === 0) return 'sold_out';
  return units <= few ? 'few' : 'plenty';
}
