/** JSON as the gateway reads it: forgiving about keys and empty values, firm about size and depth. */

export type JsonObject = { [key: string]: unknown };

export type ReadBody =
  { ok: true; body: JsonObject } | { ok: false; problem: 'tooLarge' | 'notJson' | 'malformed' };

const maxBytes = 1024 * 1024;
const maxDepth = 32;

/** Throws on bytes of another encoding: what stands for them would make two references one. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * At most 1 MB. A body without the JSON content type counts as text, which carries no authentication; one
 * without anything holds nothing. `as` says whether
 * null and "" count as not sent, as merchants' SDKs need it, or are what they are.
 */
export async function readBody(request: Request, as: 'tidy' | 'sent' = 'tidy'): Promise<ReadBody> {
  if (!/^application\/([\w.-]+\+)?json\b/i.test(request.headers.get('content-type') ?? '')) {
    return { ok: false, problem: 'malformed' };
  }
  const bytes = await readBytes(request);
  if (bytes === null) return { ok: false, problem: 'tooLarge' };
  try {
    const sent: unknown = JSON.parse(utf8.decode(bytes).trim() || '{}', wholeText);
    const value = as === 'sent' ? sent : tidy(sent, 0);
    return isObject(value) ? { ok: true, body: value } : { ok: true, body: {} };
  } catch {
    return { ok: false, problem: 'notJson' };
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Null when there is too much. Some of that is still read, because a client that is cut off never sees our answer. */
async function readBytes(request: Request): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size <= maxBytes) chunks.push(part.value);
    if (size > 16 * maxBytes) await reader?.cancel();
  }
  return size > maxBytes ? null : Buffer.concat(chunks);
}

/** Throws on half a surrogate, which no UTF-8 can hold: it could not be told back as it came. PHP refuses it too. */
function wholeText(key: string, value: unknown): unknown {
  if (half.test(key) || (typeof value === 'string' && half.test(value)))
    throw new SyntaxError('half a surrogate');
  return value;
}

/** Only the halves that stand alone are surrogates here: `u` reads a pair as its character. */
const half = /\p{Surrogate}/u;

/**
 * Key names lose stray spaces, as the documentation's own examples need, unless the exact key is there too; null and "" count as not sent; a
 * NUL, which no database text can hold, is removed. Throws when nested too deep.
 */
function tidy(value: unknown, depth: number): unknown {
  if (depth > maxDepth) throw new RangeError('nested too deep');
  if (typeof value === 'string') return value.replaceAll('\u0000', '');
  if (Array.isArray(value)) return value.filter(isSent).map((item) => tidy(item, depth + 1));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, member]) => isSent(member) && (key === key.trim() || !hasMember(value, key.trim())))
      .map(([key, member]) => [key.trim(), tidy(member, depth + 1)]),
  );
}

function hasMember(value: JsonObject, key: string): boolean {
  return Object.hasOwn(value, key) && isSent(value[key]);
}

function isSent(value: unknown): boolean {
  return value !== null && value !== undefined && value !== '';
}
