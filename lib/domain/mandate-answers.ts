import { dayAfter, dayOf, readDay, type CalendarDay } from './calendar';
import type { FieldProblems } from './form-field';
import { chargeTypes, mandatePeriodicities, type MandateTerms } from './mandate';
import { isZero, type Money } from './money';
import { mostInterval } from './session-request';
import { readAmount } from './typed-amount';

/** The currency in which the shop agrees on charges: that of its catalogue. */
export const mandateCurrency = 'COP';
/** Charges that anybody plans for; -1 is no limit. */
export const mostMandatePeriods = 360;

export type ReadTerms =
  | { readonly ok: true; readonly terms: MandateTerms }
  | { readonly ok: false; readonly fields: FieldProblems };

/**
 * The form's answers, untrusted, as terms that the gateway takes; or every answer that is wrong, as problem keys.
 * https://docs.placetopay.dev/autopay/api/session
 */
export function readMandateTerms(answers: Readonly<Record<string, string>>, now: Date): ReadTerms {
  const today = dayOf(now);
  const fields: Record<string, string> = {};
  const text = (name: string) => (answers[name] ?? '').trim();
  const wrong = (name: string, problem: string) => void (fields[name] ??= problem);
  const choice = <T extends string>(name: string, all: readonly T[]): T | undefined => {
    const found = all.find((one) => one === text(name));
    if (found === undefined) wrong(name, 'unknown_choice');
    return found;
  };
  const whole = (name: string, min: number, max: number): number => {
    const number = /^-?\d{1,5}$/.test(text(name)) ? Number(text(name)) : NaN;
    if (Number.isNaN(number)) wrong(name, 'invalid_number');
    else if (number < min || number > max || number === 0) wrong(name, 'number_out_of_range');
    return number;
  };
  const day = (name: string, from: CalendarDay): CalendarDay => {
    const read = readDay(text(name));
    if (read === null) wrong(name, text(name) === '' ? 'required' : 'invalid_date');
    else if (read < from) wrong(name, name === 'lastOn' ? 'before_next_payment' : 'past_date');
    return read ?? from;
  };
  const chargeType = choice('chargeType', chargeTypes) ?? 'FIXED';
  const amount = chargeType === 'FIXED' ? readFixed(text('amount'), wrong) : null;
  const periodicity = choice('periodicity', mandatePeriodicities) ?? 'M';
  const interval = whole('interval', 1, mostInterval);
  const dueDay = whole('dueDay', 1, 28);
  const startOn = day('startOn', today);
  const tomorrow = dayAfter(today, { periodicity: 'D', interval: 1 }, 1);
  const firstOn = day('firstOn', startOn > tomorrow ? startOn : tomorrow);
  const lastOn = text('lastOn') === '' ? null : day('lastOn', firstOn);
  const maxPeriods = text('maxPeriods') === '' ? -1 : whole('maxPeriods', -1, mostMandatePeriods);
  if (Object.keys(fields).length > 0) return { ok: false, fields };
  const schedule = { periodicity, interval, dueDay, startOn, firstOn, lastOn, maxPeriods };
  return { ok: true, terms: { chargeType, currency: mandateCurrency, amount, ...schedule } };
}

function readFixed(text: string, wrong: (name: string, problem: string) => void): Money | null {
  const amount = readAmount(text, mandateCurrency);
  if (!amount || isZero(amount)) wrong('amount', text === '' ? 'required' : 'invalid_amount');
  return amount;
}

/** The answers a form begins with. */
export function initialMandateAnswers(now: Date): Record<string, string> {
  const today = dayOf(now);
  const inAMonth = dayAfter(today, { periodicity: 'M', interval: 1 }, 1);
  const day = Math.min(28, Number(inAMonth.slice(8)));
  return {
    chargeType: 'FIXED',
    amount: '45000',
    periodicity: 'M',
    interval: '1',
    dueDay: String(day),
    startOn: today,
    firstOn: inAMonth,
    lastOn: '',
    maxPeriods: '12',
  };
}
