const longest = 80;

/** What was searched for: one line of text of at most 80 characters, or nothing. */
export function readSearch({ q }: Record<string, string | string[] | undefined>): string {
  const text = Array.isArray(q) ? q[0] : q;
  const line = (text ?? '').replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return [...line].slice(0, longest).join('').trim();
}
