import type { Whole } from './bookkeeping';
import type { Person } from './hosted-view';
import { isObject, type JsonObject } from './json';
import { requestOf } from './stored-request';
import type { CreateRequest } from './wire';

/** The payer's data on the page. */

/** What the merchant fixed. Source: https://docs.placetopay.dev/checkout/api/reference/session, `payer` */
export function lockedPerson(session: Whole): Partial<Person> {
  return personIn(requestOf(session).payer);
}

const nobody: Person = { document: '', documentType: '', name: '', surname: '', email: '', mobile: '' };

/** The payer of the request wins, then what was typed before, then the buyer unless the merchant said not to fill. */
export function personOf(session: Whole): Person {
  const { buyer, noBuyerFill } = requestOf(session);
  const typed = isObject(session.payer) ? personIn(session.payer) : {};
  return { ...nobody, ...(noBuyerFill !== true && personIn(buyer)), ...typed, ...lockedPerson(session) };
}

function personIn(source: JsonObject | CreateRequest['payer']): Partial<Person> {
  const sent = Object.entries(source ?? {}).filter(([field]) => field in nobody);
  return Object.fromEntries(sent.map(([field, value]) => [field, String(value)]));
}
