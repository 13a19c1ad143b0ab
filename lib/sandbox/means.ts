import { z } from 'zod';
import { answersOf, type Answers } from './acquirer';
import { findBrand, issuerOf } from './brands';
import type { ReadCard } from './card-form';
import type { Instrument, Transaction } from './generated/client';

/** What may be kept of a means of payment: first six and last four digits, and how it answers. Never a number. */
export type Means = {
  paymentMethod: string;
  issuerName: string | null;
  bin: string;
  lastDigits: string;
  /** MMYY */
  expiration: string;
  installments: number | null;
  answers: Answers;
};

const answers = z.object({
  first: z.enum(['APPROVED', 'REJECTED', 'PENDING', 'MANUAL', 'SILENCE', 'ERROR', 'BY_AMOUNT', 'BY_DATA']),
  final: z.enum(['APPROVED', 'REJECTED']).nullable(),
});

export function meansOfCard(card: ReadCard): Means {
  return {
    paymentMethod: card.method,
    issuerName: issuerOf(card.number),
    bin: card.number.slice(0, 6),
    lastDigits: card.number.slice(-4),
    expiration: card.expiry.replace('/', ''),
    installments: card.installments,
    answers: answersOf(card),
  };
}

/** Of an instrument, or of a transaction that is to be repeated. */
export function meansOf(stored: Instrument | Transaction, installments: number | null = null): Means {
  const { paymentMethod, issuerName, bin, lastDigits, expiration } = stored;
  return {
    paymentMethod,
    issuerName,
    bin,
    lastDigits,
    expiration,
    installments,
    answers: answers.parse(stored.answers),
  };
}

/** The columns of a transaction that tell its means. */
export function meansColumns({ paymentMethod, ...rest }: Means) {
  const brand = findBrand(paymentMethod);
  return {
    ...rest,
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
