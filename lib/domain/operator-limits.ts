import { add, compare, fromDecimal, isCurrency, type Currency, type Money } from './money';
import type { OperationName } from './operation';

/** What one operator may do in one currency: alone, and within 24 hours. */
export type OperatorLimit = { readonly alone: Money; readonly daily: Money };

export type OperatorLimits = ReadonlyMap<Currency, OperatorLimit>;

/** `COP:2000000:20000000,USD:500:5000`: of each currency, in whole units, what one may do alone and what in a day. */
export function readLimits(text: string): OperatorLimits {
  return new Map(
    text.split(',').flatMap((part): [Currency, OperatorLimit][] => {
      const [currency = '', alone = '', daily = ''] = part.trim().split(':');
      if (!isCurrency(currency)) return [];
      return [[currency, { alone: fromDecimal(alone, currency), daily: fromDecimal(daily, currency) }]];
    }),
  );
}

/** What gives money back or takes it, or lets go of it. The others only ask the bank again, or for nothing. */
const guarded: ReadonlySet<OperationName> = new Set(['refund', 'capture', 'release']);

/** Whether limits hold for it. */
export function isGuarded(name: OperationName): boolean {
  return guarded.has(name);
}

export type Leave = 'alone' | 'with_another' | 'not_today';

type Wish = {
  readonly name: OperationName;
  /** How much money it is about. */
  readonly stake: Money;
  /** What the same operator has asked for in the last 24 hours, in the same currency. */
  readonly asked: Money;
  /** What the same operator has asked for alone of this order before, by the same name. */
  readonly askedHere: Money;
  /** What the order costs. */
  readonly ordered: Money;
};

/**
 * Whether an operator may do it alone. A currency that nobody set a limit for always takes two; so does more than was
 * ordered, whoever's limit it is below, and what is above the limit does not get below it by being asked for in parts.
 */
export function leaveFor({ name, stake, asked, askedHere, ordered }: Wish, limits: OperatorLimits): Leave {
  const isBeyond = compare(stake, ordered) > 0;
  if (!isGuarded(name)) return isBeyond ? 'with_another' : 'alone';
  const limit = limits.get(stake.currency);
  if (!limit) return 'with_another';
  if (compare(add(asked, stake), limit.daily) > 0) return 'not_today';
  return isBeyond || compare(add(askedHere, stake), limit.alone) > 0 ? 'with_another' : 'alone';
}
