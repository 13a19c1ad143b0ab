import { allocate, compare, equals, isZero, subtract, sum, type Money } from '@/lib/domain/money';
import { agreementTypes, type DispersionPart } from '@/lib/domain/session-request';
import { readAmount, readPercentage } from '@/lib/domain/typed-amount';
import { WrongAnswers } from './flow';

type Answers = Readonly<Record<string, string>>;

/** One part as it was typed, with the number of its row. */
type Row = {
  readonly number: number;
  readonly share: string;
  readonly agreement: string;
  readonly type: string;
};

const known = new Set([
  ...['by', 'airportTax', 'tip'],
  ...[1, 2, 3].flatMap((number) => [`part${number}Share`, `part${number}Agreement`, `part${number}Type`]),
]);

/**
 * The form's answers as parts whose sum is the total, to the last minor unit: by amount they must add up to it, by
 * percentage to 100, and what does not divide goes to the largest remainders. Throws WrongAnswers with the field.
 *
 * Source: https://docs.placetopay.dev/checkout/create-session
 */
export function readParts(answers: Answers, total: Money): DispersionPart[] {
  const stranger = Object.keys(answers).find((name) => !known.has(name));
  if (stranger) throw wrong(stranger, /^part\d/.test(stranger) ? 'too_many_parts' : 'unknown_field');
  const rows = [1, 2, 3].map((number) => rowOf(answers, number)).filter(({ share }) => share !== '');
  if (rows.length < 2) throw wrong(`part${rows.length + 1}Share`, 'too_few_parts');
  const by = answers.by ?? '';
  if (by !== 'amount' && by !== 'percentage') throw wrong('by', 'unknown_choice');
  const amounts = by === 'amount' ? byAmount(rows, total) : byPercentage(rows, total);
  const parts = rows.map((row, index) => ({
    ...receiverOf(row),
    amount: { total: amounts[index] ?? total },
  }));
  checkReceivers(rows, parts);
  return withExtras(parts, answers);
}

function wrong(field: string, problem: string): WrongAnswers {
  return new WrongAnswers({ [field]: problem });
}

function rowOf(answers: Answers, number: number): Row {
  const answer = (name: string) => answers[`part${number}${name}`]?.trim() ?? '';
  return { number, share: answer('Share'), agreement: answer('Agreement'), type: answer('Type') };
}

function byAmount(rows: readonly Row[], total: Money): Money[] {
  const amounts = rows.map(({ number, share }) => {
    const amount = readAmount(share, total.currency);
    if (!amount || isZero(amount)) throw wrong(`part${number}Share`, 'invalid_amount');
    return amount;
  });
  if (!equals(sum(amounts, total.currency), total)) throw wrong(lastShare(rows), 'sum_differs');
  return amounts;
}

function byPercentage(rows: readonly Row[], total: Money): Money[] {
  const weights = rows.map(({ number, share }) => {
    const weight = readPercentage(share);
    if (weight === null || weight === 0n) throw wrong(`part${number}Share`, 'invalid_percentage');
    return weight;
  });
  if (weights.reduce((all, weight) => all + weight, 0n) !== 10_000n)
    throw wrong(lastShare(rows), 'not_a_hundred');
  const amounts = allocate(total, weights);
  const empty = amounts.findIndex(isZero);
  if (empty >= 0) throw wrong(`part${rows[empty]?.number}Share`, 'too_small');
  return amounts;
}

const lastShare = (rows: readonly Row[]) => `part${rows.at(-1)?.number}Share`;

function receiverOf({ number, agreement, type }: Row): Pick<DispersionPart, 'agreement' | 'agreementType'> {
  const agreementType = agreementTypes.find((known) => known === (type === '' ? 'MERCHANT' : type));
  if (!agreementType) throw wrong(`part${number}Type`, 'unknown_choice');
  if (!/^\d{0,10}$/.test(agreement)) throw wrong(`part${number}Agreement`, 'invalid_agreement');
  return { agreement: agreement === '' ? null : agreement, agreementType };
}

/** Each receiver once; with an airline there are two parties, and it goes first. */
function checkReceivers(rows: readonly Row[], parts: readonly DispersionPart[]): void {
  parts.forEach(({ agreement }, index) => {
    if (parts.findIndex((other) => other.agreement === agreement) < index)
      throw wrong(`part${rows[index]?.number}Agreement`, 'same_agreement');
  });
  parts.forEach(({ agreementType }, index) => {
    if (agreementType === 'AIRLINE' && (index > 0 || parts.length > 2))
      throw wrong(`part${rows[index]?.number}Type`, 'airline_first');
  });
}

/** Taxes and details of a dispersed payment are inside its parts: the airport's tax in the first, the tip in the last. */
function withExtras(parts: readonly DispersionPart[], answers: Answers): DispersionPart[] {
  return parts.map((part, index) => {
    const tax = index === 0 ? extra('airportTax', answers, part) : undefined;
    const tip = index === parts.length - 1 ? extra('tip', answers, part) : undefined;
    const base = tax && subtract(part.amount.total, tax);
    const amount = {
      ...part.amount,
      ...(tax && { taxes: [{ kind: 'airportTax' as const, amount: tax, ...(base && { base }) }] }),
      ...(tip && { details: [{ kind: 'tip' as const, amount: tip }] }),
    };
    return { ...part, amount };
  });
}

function extra(
  name: 'airportTax' | 'tip',
  answers: Answers,
  { amount: { total } }: DispersionPart,
): Money | undefined {
  const typed = answers[name]?.trim() ?? '';
  if (typed === '') return undefined;
  const read = readAmount(typed, total.currency);
  if (!read || isZero(read)) throw wrong(name, 'invalid_amount');
  if (compare(read, total) >= 0) throw wrong(name, 'more_than_part');
  return read;
}
