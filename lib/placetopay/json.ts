const deepest = 32;
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Parses JSON from outside, or gives undefined.
 *
 * PlacetoPay's own examples carry keys with trailing spaces (`"total "`), so keys are trimmed; a key that appears
 * twice that way with two values makes the whole text unreadable, since choosing would be guessing. Objects have no
 * prototype, keys that could reach one are dropped, and nesting deeper than 32 is refused. NUL leaves every text: it means
 * nothing there, and PostgreSQL stores no text that has one.
 */
export function tidyJson(text: string): unknown {
  try {
    return tidy(JSON.parse(text), 0);
  } catch {
    return undefined;
  }
}

function tidy(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '');
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= deepest) throw new RangeError('Nested too deep.');
  if (Array.isArray(value)) return value.map((item) => tidy(item, depth + 1));
  const result: Record<string, unknown> = Object.create(null);
  for (const [key, item] of Object.entries(value)) {
    const name = key.trim();
    if (forbidden.has(name)) continue;
    const tidied = tidy(item, depth + 1);
    if (name in result && JSON.stringify(result[name]) !== JSON.stringify(tidied)) {
      throw new RangeError(`Two values for ${name}.`);
    }
    result[name] = tidied;
  }
  return result;
}
