import { createHash } from 'node:crypto';
import { missing, nasty, nested } from './nasty';
import { request, type Chance, type World } from './whole-request';

export type { World };

/**
 * Bad input drawn from a seed: case `n` of a seed is always the same but for its signature, which needs the time.
 * Some of it the gateway rightly takes (an unknown member is ignored); what counts is that it always knows what to say.
 */
export type Case = { path: string; contentType: string; body: string | Buffer; note: string };

export function drawCase(seed: string, number: number, world: World): Case {
  const chance = chanceOf(`${seed}:${number}`);
  // Creating reads the most, so it is tried the most.
  const endpoint = chance.below(3) === 0 ? 'api/session' : chance.of(world.endpoints);
  const path = endpoint.replace('{requestId}', () => encodeURIComponent(chance.of(ids(chance, world))));
  const [note, body, contentType = 'application/json'] = chance.of(shapes)(chance, world);
  return { path, contentType, body, note: `${note} to ${path}` };
}

function chanceOf(text: string): Chance {
  let state = createHash('sha256').update(text).digest().readUInt32BE();
  // Mulberry32: small, and the same on every machine.
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number) => Math.floor(next() * count);
  return {
    next,
    below,
    of: <T>(choices: readonly T[]): T => {
      const chosen = choices[below(choices.length)];
      if (chosen === undefined) throw new Error('nothing to choose from');
      return chosen;
    },
  };
}

const ids = (chance: Chance, { foreign }: World) => [
  String(2_000_000_000 + chance.below(100_000_000)),
  String(chance.of(foreign.requestIds)),
  ...[
    '0',
    '-1',
    '1e9',
    '1.5',
    '99999999999999999999',
    '٣',
    'abc',
    '1;DROP TABLE',
    'null',
    ' 1',
    '0x1',
    '__proto__',
  ],
];

type Shape = (chance: Chance, world: World) => [note: string, body: string | Buffer, contentType?: string];

/** Mutated requests are most of it, and the more interesting part. */
const shapes: readonly Shape[] = [
  ...Array.from({ length: 8 }, (): Shape => mutated),
  (chance, world) => ['a body cut off', cut(chance, JSON.stringify(request(chance, world)))],
  (chance, world) => ['a byte changed', flip(chance, JSON.stringify(request(chance, world)))],
  (chance) => ['bytes', Buffer.from(Array.from({ length: chance.below(400) }, () => chance.below(256)))],
  (chance) => ['a bare value', JSON.stringify(chance.of(nasty)) ?? ''],
  (chance) => ['deep nesting', '['.repeat(10 + chance.below(20_000))],
  (chance, world) => [
    'nested too deep',
    JSON.stringify({ ...request(chance, world), payer: nested(33 + chance.below(300)) }),
  ],
  (chance, world) => [
    'another content type',
    JSON.stringify(request(chance, world)),
    chance.of([
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      'application/xml',
      'json',
    ]),
  ],
  (chance, world) =>
    chance.below(40) === 0
      ? ['a huge body', JSON.stringify({ ...request(chance, world), padding: 'x'.repeat(1_100_000) })]
      : ['a long text', JSON.stringify(replaceAt(chance, request(chance, world), 'y'.repeat(20_000)))],
  (chance, world) => [
    'a key twice',
    JSON.stringify(request(chance, world)).replace('{', '{"payment":7,"auth":[],'),
  ],
];

function mutated(chance: Chance, world: World): [string, string] {
  let value: unknown = request(chance, world);
  const changes = 1 + chance.below(3);
  for (let done = 0; done < changes; done += 1) value = replaceAt(chance, value, chance.of(nasty));
  return ['a changed request', JSON.stringify(value) ?? ''];
}

/** The same value with one member, any of all, replaced, lengthened or taken away. */
function replaceAt(chance: Chance, value: unknown, replacement: unknown): unknown {
  const paths = pathsIn(value);
  return paths.length === 0 ? replacement : put(chance, value, chance.of(paths), replacement);
}

function pathsIn(value: unknown, above: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null || above.length > 6) return [];
  return Object.entries(value).flatMap(([key, member]) => [
    [...above, key],
    ...pathsIn(member, [...above, key]),
  ]);
}

function put(
  chance: Chance,
  value: unknown,
  [key, ...below]: readonly string[],
  replacement: unknown,
): unknown {
  if (key === undefined) {
    const lengthens = typeof value === 'string' && typeof replacement === 'string' && chance.below(2) === 0;
    return lengthens ? value + replacement : replacement;
  }
  const member = (value as Record<string, unknown>)[key];
  const next = put(chance, member, below, replacement);
  if (Array.isArray(value)) return value.map((item: unknown, at) => (String(at) === key ? next : item));
  const rest = Object.entries(value as object).filter(([name]) => name !== key);
  return Object.fromEntries(next === missing ? rest : [...rest, [key, next]]);
}

function cut(chance: Chance, text: string): string {
  return text.slice(0, chance.below(text.length));
}

function flip(chance: Chance, text: string): Buffer {
  const bytes = Buffer.from(text);
  bytes[chance.below(bytes.length)] = chance.below(256);
  return bytes;
}
