/** A button by its words, whatever amount they hold. */
export function buttonFor(words: (amount: string) => string): RegExp {
  const parts = words('\0')
    .split('\0')
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.+')}$`);
}
