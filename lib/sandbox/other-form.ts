import { findBank, readNequiPhone } from './banks';
import { readPerson, type Terms } from './card-form';
import type { FieldProblem, OtherField, OtherForm, ReadOther } from './hosted-forms';
import type { PersonField } from './hosted-view';
import { findOther } from './other-methods';

/** The forms of bank, phone and cash, judged: pure, and the payer by the rules of the card's form. */

export type OtherProblems = Partial<Record<OtherField | PersonField, FieldProblem>>;

type Read = { ok: true; read: ReadOther } | { ok: false; fields: OtherProblems };

/** Who pays and by which bank, phone or network, or what is wrong, by field. */
export function readOtherForm(form: OtherForm, terms: Pick<Terms, 'country' | 'methods' | 'locked'>): Read {
  const phone = form.way === 'nequi' ? readNequiPhone(form.nequiPhone) : null;
  const typed = phone === null ? form.person : { ...form.person, mobile: `+57${phone}` };
  const { person, problems } = readPerson(typed, terms);
  const method = methodOf(form, terms.methods);
  const fields = { ...problems, ...wayProblems(form, phone, method) };
  // What is wrong with the phone is said at the phone.
  if (form.way === 'nequi') delete fields.mobile;
  if (Object.keys(fields).length > 0 || method === null) return { ok: false, fields };
  if (form.way === 'cash') return { ok: true, read: { way: 'cash', method, person } };
  if (form.way === 'nequi')
    return { ok: true, read: { way: 'nequi', method, nequiPhone: phone ?? '', person } };
  const personType = form.personType === 'LEGAL' ? 'LEGAL' : 'NATURAL';
  return { ok: true, read: { way: 'pse', method, bank: form.bank, personType, person } };
}

/** Null for what the session does not offer. */
function methodOf(form: OtherForm, methods: readonly string[]): string | null {
  const offered = methods.filter((method) => findOther(method)?.way === form.way);
  if (form.way === 'cash') return offered.find((method) => method === form.network) ?? null;
  return offered[0] ?? null;
}

function wayProblems(form: OtherForm, phone: string | null, method: string | null): OtherProblems {
  if (form.way === 'nequi') {
    if (phone !== null) return {};
    return { nequiPhone: form.nequiPhone.trim() === '' ? 'required' : 'malformed' };
  }
  if (form.way === 'cash') return method === null ? { network: chosen(form.network) } : {};
  const isKnown = ['NATURAL', 'LEGAL'].includes(form.personType);
  return {
    ...(!findBank(form.bank) && { bank: chosen(form.bank) }),
    ...(!isKnown && { personType: chosen(form.personType) }),
  };
}

function chosen(typed: string): FieldProblem {
  return typed.trim() === '' ? 'required' : 'unknown_type';
}
