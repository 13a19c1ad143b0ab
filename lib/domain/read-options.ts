import type { Asked } from './asked-options';
import type { FieldProblems } from './form-field';
import type { Money } from './money';
import { readers } from './option-readers';
import { optionPrefix, type SessionOptions } from './session-options';

export type OptionsRead =
  | { readonly ok: true; readonly options: SessionOptions }
  | { readonly ok: false; readonly fields: FieldProblems };

type Answers = Readonly<Record<string, string>>;

/**
 * The answers of the advanced panel, parsed strictly: an unknown name, a value outside the gateway's limits and sums
 * that do not add up are refused, each at its field. `total` is what will be asked for.
 *
 * Source: https://docs.placetopay.dev/checkout/api/reference/session
 */
export function readOptions(answers: Answers, total: Money): OptionsRead {
  const problems: Record<string, string> = {};
  const asked: Asked = {
    answer: (name) => answers[optionPrefix + name]?.trim() ?? '',
    refuse(name, problem) {
      problems[optionPrefix + name] ??= problem;
      return undefined;
    },
    total,
  };
  for (const name of Object.keys(answers)) if (!known.has(name)) problems[name] = 'unknown_field';
  const read = readers.map((reader) => reader.read(asked) ?? {});
  if (Object.keys(problems).length > 0) return { ok: false, fields: problems };
  return { ok: true, options: Object.assign({}, ...read) as SessionOptions };
}

const known: ReadonlySet<string> = new Set(
  readers.flatMap(({ names }) => names).map((name) => optionPrefix + name),
);
