import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { plural } from './plural';
import { defineTexts } from './texts';

const withHoles = 'a text with holes to fill';

const areas = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.ts') && !/\.test\.ts$|^(texts|plural|format|country)\.ts$/.test(name))
  .sort();

test('a text that one language lacks does not compile', () => {
  defineTexts({
    es: { hello: 'Hola', bye: 'Adiós' },
    // @ts-expect-error `bye` is missing
    en: { hello: 'Hello' },
  });
  defineTexts({
    es: { hello: 'Hola' },
    // @ts-expect-error `bye` exists in no other language
    en: { hello: 'Hello', bye: 'Bye' },
  });
  defineTexts({
    es: { hello: (name: string) => `Hola, ${name}` },
    // @ts-expect-error the hole is a name, not a number
    en: { hello: (count: number) => `Hello ${count}` },
  });
});

test.each(areas)('%s: no text is empty or left untranslated by accident', async (file) => {
  const area: Record<string, unknown> = await import(`./${file}`);
  const dictionaries = Object.values(area).filter(isDictionary);
  expect(dictionaries.length).toBeGreaterThan(0);
  for (const { es, en } of dictionaries) {
    const [spanish, english] = [leaves(es), leaves(en)];
    expect([...english.keys()].sort()).toEqual([...spanish.keys()].sort());
    for (const text of [...spanish.values(), ...english.values()]) expect(text.trim()).not.toBe('');
    const same = [...spanish].filter(
      ([path, text]) => text.length > 24 && text !== withHoles && english.get(path) === text,
    );
    expect(same).toEqual([]);
  }
});

test('a plural chooses its form by the language and writes the count', () => {
  const forms = { one: '# thing', other: '# things' };
  expect(plural('en', 1, forms)).toBe('1 thing');
  expect(plural('en', 0, forms)).toBe('0 things');
  expect(plural('es', 1, forms)).toBe('1 thing');
  expect(plural('es', 1_000_000, forms)).toBe('1.000.000 things');
});

function isDictionary(value: unknown): value is { es: object; en: object } {
  return typeof value === 'object' && value !== null && 'es' in value && 'en' in value;
}

function leaves(texts: object, path = ''): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([name, value]: [string, unknown]): [string, string][] => {
      const here = `${path}.${name}`;
      if (typeof value === 'string') return [[here, value]];
      if (typeof value === 'object' && value !== null) return [...leaves(value, here)];
      return [[here, typeof value === 'function' ? withHoles : '']];
    }),
  );
}
