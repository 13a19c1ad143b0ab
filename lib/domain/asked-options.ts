import { isCardless } from './buyer';
import { compare, isZero, type Money } from './money';
import type { SessionOptions } from './session-options';
import { readAmount } from './typed-amount';

/** How one answer of the advanced panel is read: what is wrong is told at its field, and undefined comes back. */

/** Reads one option, or tells what is wrong with it. */
export type Reader = {
  /** The answers it reads. What no reader reads is refused. */
  readonly names: readonly string[];
  /** Undefined where nothing was answered. */
  readonly read: (asked: Asked) => Partial<SessionOptions> | undefined;
};

export type Asked = {
  /** Trimmed; empty where it was not answered. */
  readonly answer: (name: string) => string;
  readonly refuse: (name: string, problem: string) => undefined;
  readonly total: Money;
};

/** One of a list, or undefined where nothing was answered. */
export function choice<const T extends string>(
  asked: Asked,
  name: string,
  list: readonly T[],
): T | undefined {
  const answer = asked.answer(name);
  if (answer === '') return undefined;
  return list.find((value) => value === answer) ?? asked.refuse(name, 'unknown_choice');
}

/** At most so long, of one line, and no card number. */
export function text(asked: Asked, name: string, longest: number): string | undefined {
  const answer = asked.answer(name);
  if (answer === '') return undefined;
  if (answer.length > longest) return asked.refuse(name, 'too_long');
  if (/\p{Cc}/u.test(answer)) return asked.refuse(name, 'invalid');
  return isCardless(answer) ? answer : asked.refuse(name, 'looks_like_card');
}

/** An amount of the total's currency, above nothing and not above the total. */
export function amount(asked: Asked, name: string): Money | undefined {
  const answer = asked.answer(name);
  if (answer === '') return asked.refuse(name, 'required');
  const read = readAmount(answer, asked.total.currency);
  if (!read || isZero(read)) return asked.refuse(name, 'invalid_amount');
  return compare(read, asked.total) > 0 ? asked.refuse(name, 'more_than_total') : read;
}
