type Words = { readonly true: string; readonly false: string; readonly null: string };
type Brackets = { readonly open: string; readonly close: string };

/** How a language writes JSON's values. */
export type Dialect = {
  readonly words: Words;
  readonly text: (text: string) => string;
  readonly list: Brackets;
  readonly record: Brackets;
  /** An object without fields, where it differs from a list without elements. */
  readonly emptyRecord: string;
  /** Between a field's name and its value. */
  readonly pair: string;
};

const step = '  ';

/** JSON as a literal of a language, indented; `depth` is how deep it already stands. */
function toLiteral(value: unknown, dialect: Dialect, depth = 0): string {
  if (value === null || value === undefined) return dialect.words.null;
  if (typeof value === 'boolean') return value ? dialect.words.true : dialect.words.false;
  if (typeof value === 'number') return JSON.stringify(value);
  if (Array.isArray(value)) {
    const parts = value.map((part) => toLiteral(part, dialect, depth + 1));
    return enclose(parts, dialect.list, depth);
  }
  if (typeof value !== 'object') return dialect.text(String(value));
  const fields = Object.entries(value).map(
    ([name, part]) => `${dialect.text(name)}${dialect.pair}${toLiteral(part, dialect, depth + 1)}`,
  );
  return fields.length === 0 ? dialect.emptyRecord : enclose(fields, dialect.record, depth);
}

/** The fields of an object as lines of a larger one, each ended by a comma. */
export function toFields(
  content: Readonly<Record<string, unknown>>,
  dialect: Dialect,
  depth: number,
): string {
  const pad = step.repeat(depth);
  return Object.entries(content)
    .map(([name, part]) => `${pad}${dialect.text(name)}${dialect.pair}${toLiteral(part, dialect, depth)},\n`)
    .join('');
}

function enclose(parts: readonly string[], { open, close }: Brackets, depth: number): string {
  if (parts.length === 0) return `${open}${close}`;
  const pad = step.repeat(depth + 1);
  return `${open}\n${parts.map((part) => `${pad}${part}`).join(',\n')},\n${step.repeat(depth)}${close}`;
}
