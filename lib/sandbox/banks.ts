/**
 * What a payer can choose of PSE and Nequi, and what comes of it. The list of banks is the documented one; which of
 * them does what, and the phones, are the sandbox's own.
 * Source of the list: https://docs.placetopay.dev/gateway/api/reference/information
 */

/** ASKS lets the payer say how it ends; PENDING is approved after the usual wait. */
export type BankBehaviour = 'ASKS' | 'APPROVED' | 'REJECTED' | 'PENDING';

export type Bank = { code: string; name: string; does: BankBehaviour };

/** To add a bank: add its line. */
export const banks: readonly Bank[] = [
  { code: '1052', name: 'BANCO AV VILLAS', does: 'REJECTED' },
  { code: '1007', name: 'BANCOLOMBIA', does: 'APPROVED' },
  { code: '1022', name: 'BANCO UNION COLOMBIANO', does: 'PENDING' },
  { code: '1014', name: 'ITAU', does: 'APPROVED' },
  { code: '1507', name: 'NEQUI', does: 'APPROVED' },
  { code: '9999', name: 'Placetopay Bank', does: 'ASKS' },
  { code: '1019', name: 'SCOTIABANK COLPATRIA S.A', does: 'APPROVED' },
];

/** By its code on the wire. */
export function findBank(code: string): Bank | undefined {
  return banks.find((bank) => bank.code === code);
}

/** EXPIRED: nobody answers on the phone until its time is over. */
export type PhoneBehaviour = 'APPROVED' | 'REJECTED' | 'EXPIRED';

/** Any other mobile number of Colombia does as the first of these. */
export const nequiPhones: readonly { number: string; does: PhoneBehaviour }[] = [
  { number: '3001111111', does: 'APPROVED' },
  { number: '3002222222', does: 'REJECTED' },
  { number: '3003333333', does: 'EXPIRED' },
];

/** Ten digits that begin with 3, with or without +57, spaces and dashes. Null for what is no mobile of Colombia. */
export function readNequiPhone(typed: string): string | null {
  const digits = typed.replace(/[\s().-]/g, '').replace(/^(\+?57)(?=3\d{9}$)/, '');
  return /^3\d{9}$/.test(digits) ? digits : null;
}

/** What the payer does on a phone of Nequi: one that is no test phone approves. */
export function phoneDoes(number: string): PhoneBehaviour {
  return nequiPhones.find((phone) => phone.number === number)?.does ?? 'APPROVED';
}
