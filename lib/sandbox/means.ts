import { z } from 'zod';
import { answersOf, type Answers } from './acquirer';
import { findBank, type Bank } from './banks';
import { findBrand, issuerOf } from './brands';
import type { ReadCard } from './card-form';
import type { Details } from './details';
import type { Instrument, Transaction } from './generated/client';
import type { ReadOther } from './hosted-forms';
import { findOther } from './other-methods';

/** What may be kept of a means of payment: first six and last four digits, and how it answers. Never a number. */
export type Means = {
  paymentMethod: string;
  issuerName: string | null;
  bin: string;
  lastDigits: string;
  /** MMYY */
  expiration: string;
  installments: number | null;
  /** Null for what is no card. */
  answers: Answers | null;
  details: Details | null;
};

/** Of a card, which can be charged again. */
export type CardMeans = Means & { answers: Answers };

const answers = z.object({
  first: z.enum(['APPROVED', 'REJECTED', 'PENDING', 'MANUAL', 'SILENCE', 'ERROR', 'BY_AMOUNT', 'BY_DATA']),
  final: z.enum(['APPROVED', 'REJECTED']).nullable(),
});

/** What a transaction keeps of a card: of its number the first six digits and the last four. */
export function meansOfCard(card: ReadCard, details: Details | null = null): CardMeans {
  return {
    paymentMethod: card.method,
    issuerName: issuerOf(card.number),
    bin: card.number.slice(0, 6),
    lastDigits: card.number.slice(-4),
    expiration: card.expiry.replace('/', ''),
    installments: card.installments,
    answers: answersOf(card),
    details,
  };
}

/** Of a bank, a phone or an agent: nothing of it has digits that could be shown. */
export function meansOfOther(read: ReadOther): Means {
  const bank = read.way === 'pse' ? findBank(read.bank) : undefined;
  return {
    paymentMethod: read.method,
    issuerName: bank?.name ?? (read.way === 'nequi' ? 'NEQUI' : null),
    ...{ bin: '', lastDigits: '', expiration: '', installments: null, answers: null },
    details: detailsOfOther(read, bank),
  };
}

function detailsOfOther(read: ReadOther, bank: Bank | undefined): Details | null {
  if (read.way === 'nequi') return { kind: 'phone', number: read.nequiPhone };
  if (read.way === 'cash' || !bank) return null;
  return { kind: 'bank', code: bank.code, name: bank.name, person: read.personType };
}

/** Of an instrument, or of a transaction that is to be repeated. */
export function meansOf(stored: Instrument | Transaction, installments: number | null = null): CardMeans {
  const { paymentMethod, issuerName, bin, lastDigits, expiration } = stored;
  return {
    paymentMethod,
    issuerName,
    bin,
    lastDigits,
    expiration,
    installments,
    answers: answers.parse(stored.answers),
    details: null,
  };
}

/** The columns of a transaction that tell its means. */
export function meansColumns({ paymentMethod, answers: told, details, ...rest }: Means) {
  const brand = findBrand(paymentMethod) ?? findOther(paymentMethod);
  return {
    ...rest,
    ...(told && { answers: told }),
    ...(details && { details }),
    paymentMethod,
    paymentMethodName: brand?.name ?? paymentMethod,
    franchise: brand?.franchise ?? '',
  };
}

/** A card is good until its month is over in Colombia. */
export function isExpired({ expiration }: Pick<Means, 'expiration'>, at: Date): boolean {
  const [month, year] = [Number(expiration.slice(0, 2)), 2000 + Number(expiration.slice(2))];
  return new Date(Date.UTC(year, month, 1, 5)) <= at;
}
