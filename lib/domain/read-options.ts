import { choice, rows, text, type Asked, type Reader } from './asked-options';
import { readDay } from './calendar';
import { ticked, type FieldProblems } from './form-field';
import { isReference } from './ids';
import type { Money } from './money';
import {
  longestSession,
  optionPrefix,
  optionRows,
  pageLocales,
  persons,
  shortestSession,
  type SessionOptions,
} from './session-options';
import {
  displays,
  ebtIndicators,
  initiatorIndicators,
  modifierCodes,
  type Metadata,
  type SessionField,
} from './session-request';
import { readDetails, readTaxes } from './tax-options';

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
  const read = readers.map((reader) => reader(asked) ?? {});
  if (Object.keys(problems).length > 0) return { ok: false, fields: problems };
  return { ok: true, options: Object.assign({}, ...read) as SessionOptions };
}

const isTicked = (asked: Asked, name: string) => asked.answer(name) === ticked;

const flag =
  (name: keyof SessionOptions): Reader =>
  (asked) =>
    isTicked(asked, name) ? { [name]: true } : undefined;

/** On unless `off`. */
const unlessOff =
  (name: 'cancelUrl' | 'items'): Reader =>
  (asked) => {
    const answer = asked.answer(name);
    if (answer !== '' && answer !== 'on' && answer !== 'off') return asked.refuse(name, 'unknown_choice');
    return answer === 'off' ? { [name]: false } : undefined;
  };

const readFields: Reader = (asked) => {
  const fields = rows(optionRows.field).flatMap((row): SessionField[] => {
    const keyword = text(asked, `field${row}Keyword`, 50);
    const value = text(asked, `field${row}Value`, 255);
    const displayOn = choice(asked, `field${row}DisplayOn`, displays) ?? 'none';
    if (keyword === undefined && value !== undefined) asked.refuse(`field${row}Keyword`, 'required');
    if (keyword !== undefined && value === undefined) asked.refuse(`field${row}Value`, 'required');
    return keyword !== undefined && value !== undefined ? [{ keyword, value, displayOn }] : [];
  });
  return fields.length > 0 ? { fields } : undefined;
};

const readModifier: Reader = (asked) => {
  const code = choice(asked, 'modifierCode', modifierCodes);
  const invoice = text(asked, 'modifierInvoice', 9);
  if (code === undefined) return undefined;
  if (invoice === undefined) return asked.refuse('modifierInvoice', 'required');
  return { modifiers: [{ type: 'FEDERAL_GOVERNMENT', code, invoice }] };
};

const readMetadata: Reader = (asked) => {
  const initiatorIndicator = choice(asked, 'initiatorIndicator', initiatorIndicators);
  const EBTDeliveryIndicator = choice(asked, 'ebtDeliveryIndicator', ebtIndicators);
  const beneficiaryId = text(asked, 'beneficiaryId', 50);
  const typed = asked.answer('openingDate');
  const openingDate = typed === '' ? null : readDay(typed);
  if (typed !== '' && openingDate === null) asked.refuse('openingDate', 'invalid_date');
  const metadata: Metadata = {
    ...(initiatorIndicator && { initiatorIndicator }),
    ...(EBTDeliveryIndicator && { EBTDeliveryIndicator }),
    ...(openingDate && { openingDate }),
    ...(beneficiaryId && { beneficiaryId }),
  };
  return Object.keys(metadata).length > 0 ? { metadata } : undefined;
};

const readMethods: Reader = (asked) => {
  const codes = asked
    .answer('paymentMethod')
    .split(',')
    .map((code) => code.trim())
    .filter(Boolean);
  if (codes.length === 0) return undefined;
  const wrong = codes.length > 20 || codes.some((code) => !/^[A-Za-z0-9_]{2,20}$/.test(code));
  return wrong ? asked.refuse('paymentMethod', 'invalid_methods') : { paymentMethod: codes };
};

const readExpiry: Reader = (asked) => {
  const answer = asked.answer('expiresInMinutes');
  if (answer === '') return undefined;
  if (!/^\d{1,5}$/.test(answer)) return asked.refuse('expiresInMinutes', 'invalid_number');
  const expiresInMinutes = Number(answer);
  if (expiresInMinutes < shortestSession) return asked.refuse('expiresInMinutes', 'too_soon');
  return expiresInMinutes > longestSession
    ? asked.refuse('expiresInMinutes', 'too_late')
    : { expiresInMinutes };
};

/** The order has one currency, and everything that is asked of it is in that one. */
const readCurrency: Reader = (asked) => {
  const answer = asked.answer('currency');
  return answer === '' || answer === asked.total.currency
    ? undefined
    : asked.refuse('currency', 'other_currency');
};

const readReference: Reader = (asked) => {
  const reference = asked.answer('reference');
  if (reference === '') return undefined;
  if (reference.length > 32) return asked.refuse('reference', 'reference_too_long');
  return isReference(reference) ? { reference } : asked.refuse('reference', 'invalid_reference');
};

const one =
  <Name extends 'locale' | 'person'>(
    name: Name,
    list: readonly NonNullable<SessionOptions[Name]>[],
  ): Reader =>
  (asked) => {
    const value = choice(asked, name, list);
    return value === undefined ? undefined : { [name]: value };
  };

const readDescription: Reader = (asked) => {
  const description = text(asked, 'description', 250);
  return description === undefined ? undefined : { description };
};

const readers: readonly Reader[] = [
  one('locale', pageLocales),
  one('person', persons),
  flag('noBuyerFill'),
  flag('skipResult'),
  unlessOff('cancelUrl'),
  readMethods,
  readExpiry,
  readFields,
  unlessOff('items'),
  readTaxes,
  readDetails,
  flag('shipping'),
  readModifier,
  readMetadata,
  readCurrency,
  readDescription,
  readReference,
  flag('allowPartial'),
  flag('subscribe'),
];

const known: ReadonlySet<string> = new Set(
  [
    ...[
      'locale',
      'person',
      'noBuyerFill',
      'skipResult',
      'cancelUrl',
      'paymentMethod',
      'expiresInMinutes',
      'items',
    ],
    ...[
      'shipping',
      'modifierCode',
      'modifierInvoice',
      'initiatorIndicator',
      'ebtDeliveryIndicator',
      'openingDate',
    ],
    ...['beneficiaryId', 'currency', 'description', 'reference', 'allowPartial', 'subscribe'],
    ...rows(optionRows.field).flatMap((row) => [
      `field${row}Keyword`,
      `field${row}Value`,
      `field${row}DisplayOn`,
    ]),
    ...rows(optionRows.tax).flatMap((row) => [`tax${row}Kind`, `tax${row}Amount`, `tax${row}Base`]),
    ...rows(optionRows.detail).flatMap((row) => [`detail${row}Kind`, `detail${row}Amount`]),
  ].map((name) => optionPrefix + name),
);
