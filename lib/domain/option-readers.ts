import { choice, text, type Reader } from './asked-options';
import { isCardless } from './buyer';
import { readDay } from './calendar';
import { ticked } from './form-field';
import { isReference } from './ids';
import {
  longestSession,
  optionRows,
  pageLocales,
  persons,
  rows,
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
import { details, taxes } from './tax-options';

/** How the answer to each option of the advanced panel is read, within the gateway's limits. */

const flag = (name: keyof SessionOptions): Reader => ({
  names: [name],
  read: (asked) => (asked.answer(name) === ticked ? { [name]: true } : undefined),
});

/** On unless `off`. */
const unlessOff = (name: 'cancelUrl' | 'items'): Reader => ({
  names: [name],
  read(asked) {
    const answer = asked.answer(name);
    if (answer !== '' && answer !== 'on' && answer !== 'off') return asked.refuse(name, 'unknown_choice');
    return answer === 'off' ? { [name]: false } : undefined;
  },
});

const one = <Name extends 'locale' | 'person'>(
  name: Name,
  list: readonly NonNullable<SessionOptions[Name]>[],
): Reader => ({
  names: [name],
  read(asked) {
    const value = choice(asked, name, list);
    return value === undefined ? undefined : { [name]: value };
  },
});

const fieldRows = rows(optionRows.field);

const fields: Reader = {
  names: fieldRows.flatMap((row) => [`field${row}Keyword`, `field${row}Value`, `field${row}DisplayOn`]),
  read(asked) {
    const fields = fieldRows.flatMap((row): SessionField[] => {
      const keyword = text(asked, `field${row}Keyword`, 50);
      const value = text(asked, `field${row}Value`, 255);
      const displayOn = choice(asked, `field${row}DisplayOn`, displays) ?? 'none';
      if (keyword === undefined && value !== undefined) asked.refuse(`field${row}Keyword`, 'required');
      if (keyword !== undefined && value === undefined) asked.refuse(`field${row}Value`, 'required');
      return keyword !== undefined && value !== undefined ? [{ keyword, value, displayOn }] : [];
    });
    return fields.length > 0 ? { fields } : undefined;
  },
};

const modifier: Reader = {
  names: ['modifierCode', 'modifierInvoice'],
  read(asked) {
    const code = choice(asked, 'modifierCode', modifierCodes);
    const invoice = text(asked, 'modifierInvoice', 9);
    if (code === undefined) return undefined;
    if (invoice === undefined) return asked.refuse('modifierInvoice', 'required');
    return { modifiers: [{ type: 'FEDERAL_GOVERNMENT', code, invoice }] };
  },
};

const metadata: Reader = {
  names: ['initiatorIndicator', 'ebtDeliveryIndicator', 'beneficiaryId', 'openingDate'],
  read(asked) {
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
  },
};

const methods: Reader = {
  names: ['paymentMethod'],
  read(asked) {
    const codes = asked
      .answer('paymentMethod')
      .split(',')
      .map((code) => code.trim())
      .filter(Boolean);
    if (codes.length === 0) return undefined;
    const wrong = codes.length > 20 || codes.some((code) => !/^[A-Za-z0-9_]{2,20}$/.test(code));
    return wrong ? asked.refuse('paymentMethod', 'invalid_methods') : { paymentMethod: codes };
  },
};

const expiry: Reader = {
  names: ['expiresInMinutes'],
  read(asked) {
    const answer = asked.answer('expiresInMinutes');
    if (answer === '') return undefined;
    if (!/^\d{1,5}$/.test(answer)) return asked.refuse('expiresInMinutes', 'invalid_number');
    const expiresInMinutes = Number(answer);
    if (expiresInMinutes < shortestSession) return asked.refuse('expiresInMinutes', 'too_soon');
    if (expiresInMinutes > longestSession) return asked.refuse('expiresInMinutes', 'too_late');
    return { expiresInMinutes };
  },
};

/** The order has one currency, and everything that is asked of it is in that one. */
const currency: Reader = {
  names: ['currency'],
  read(asked) {
    const answer = asked.answer('currency');
    if (answer === '' || answer === asked.total.currency) return undefined;
    return asked.refuse('currency', 'other_currency');
  },
};

const description: Reader = {
  names: ['description'],
  read(asked) {
    const description = text(asked, 'description', 250);
    return description === undefined ? undefined : { description };
  },
};

const reference: Reader = {
  names: ['reference'],
  read(asked) {
    const reference = asked.answer('reference');
    if (reference === '') return undefined;
    if (reference.length > 32) return asked.refuse('reference', 'reference_too_long');
    if (!isCardless(reference)) return asked.refuse('reference', 'looks_like_card');
    return isReference(reference) ? { reference } : asked.refuse('reference', 'invalid_reference');
  },
};

/** In this order; what is wrong is told at the field that was read first. To add an option: add its reader. */
export const readers: readonly Reader[] = [
  one('locale', pageLocales),
  one('person', persons),
  flag('noBuyerFill'),
  flag('skipResult'),
  unlessOff('cancelUrl'),
  methods,
  expiry,
  fields,
  unlessOff('items'),
  taxes,
  details,
  flag('shipping'),
  modifier,
  metadata,
  currency,
  description,
  reference,
  flag('allowPartial'),
  flag('subscribe'),
];
