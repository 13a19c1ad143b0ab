import 'server-only';
import { isLocale, type Locale } from '@/lib/domain/locale';
import {
  chargeTypes,
  mandatePageStatuses,
  mandatePeriodicities,
  mandateStatuses,
  type Mandate,
  type Observed,
} from '@/lib/domain/mandate';
import { isCurrency, money } from '@/lib/domain/money';
import type { Prisma } from './generated/client';

export const withPages = {
  pages: { orderBy: { createdAt: 'asc' } },
} as const satisfies Prisma.MandateInclude;

type Row = Prisma.MandateGetPayload<{ include: typeof withPages }>;

/** A row as the domain knows it; a word that the database should not hold is a bug, and throws. */
export function toMandate(row: Row): Mandate {
  const currency = isCurrency(row.currency) ? row.currency : unknown(row.currency);
  return {
    id: row.id,
    reference: row.reference,
    autopayId: row.autopayId,
    description: row.description,
    terms: {
      chargeType: oneOf(chargeTypes, row.chargeType),
      currency,
      amount: row.amountMinor === null ? null : money(row.amountMinor, currency),
      periodicity: oneOf(mandatePeriodicities, row.periodicity),
      interval: row.interval,
      dueDay: row.dueDay,
      startOn: row.startOn,
      firstOn: row.firstOn,
      lastOn: row.lastOn,
      maxPeriods: row.maxPeriods,
    },
    status: oneOf(mandateStatuses, row.status),
    reason: row.reason,
    nextOn: row.nextOn,
    card: {
      franchise: row.franchise,
      franchiseName: row.franchiseName,
      lastDigits: row.lastDigits,
      validUntil: row.validUntil,
    },
    acceptedAt: row.acceptedAt,
    comparedAt: row.comparedAt,
    createdAt: row.createdAt,
    pages: row.pages.map(
      ({ id, action, status, reason, message, requestId, processUrl, expiresAt, createdAt }) => ({
        ...{ id, reason, message, requestId, processUrl, expiresAt, createdAt },
        action: oneOf(['CREATE', 'EDIT'] as const, action),
        status: oneOf(mandatePageStatuses, status),
      }),
    ),
  };
}

/** What the gateway said last, or null before it said anything. */
export function observedOf(row: Row): Observed | null {
  const { observed, observedAt, reason, nextOn } = row;
  if (observed === null || observedAt === null || nextOn === null) return null;
  return {
    status: oneOf(['APPROVED', 'FAILED', 'REJECTED'] as const, observed),
    reason,
    at: observedAt,
    nextOn,
  };
}

export function localeOf({ locale }: Pick<Row, 'locale'>): Locale {
  return isLocale(locale) ? locale : unknown(locale);
}

/** A stored word, as one of those that are known; any other throws. */
export function oneOf<T extends string>(all: readonly T[], text: string): T {
  return all.find((one) => one === text) ?? unknown(text);
}

function unknown(text: string): never {
  throw new Error(`"${text}" is no word of an agreement.`);
}
