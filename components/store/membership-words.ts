import { charge } from '@/lib/dictionaries/charge';
import { formatDay } from '@/lib/dictionaries/format';
import { memberships } from '@/lib/dictionaries/memberships';
import type { CheckoutSession } from '@/lib/domain/checkout-session';
import type { Locale } from '@/lib/domain/locale';
import type { MembershipStatus } from '@/lib/domain/membership';
import { failureReasons } from '@/lib/domain/membership-step';
import { attempts } from '@/lib/domain/transaction';

/** The colour that repeats what the word of a membership says. */
export const membershipTones = {
  STARTING: 'waiting',
  ACTIVE: 'good',
  PAST_DUE: 'bad',
  PAUSED: 'waiting',
  CANCELLED: 'plain',
} as const satisfies Record<MembershipStatus, string>;

/** Why an attempt charged nothing, and what can be done about it; null for one that was not refused. */
export function refusalWords(
  { status, message, transactions }: CheckoutSession,
  locale: Locale,
): string | null {
  if (status === 'REJECTED') return bankWords(attempts(transactions).at(0)?.reason ?? '', locale);
  return status === 'ABANDONED' && message ? memberships[locale].gatewaySaid(message) : null;
}

/** What is told of a renewal that failed: why, in the bank's words where it was the bank, and when it is tried again. */
export function failureWords(data: Readonly<Record<string, string>>, locale: Locale): string {
  const texts = memberships[locale];
  const known = failureReasons.find((why) => why === data.why) ?? 'refused';
  const why = known === 'refused' ? bankWords(data.reason ?? '', locale) : texts.failures[known];
  const next = data.nextOn ? texts.nextTry(formatDay(data.nextOn, locale)) : texts.lastTry;
  return `${why} ${next}`;
}

function bankWords(reason: string, locale: Locale): string {
  const reasons: Readonly<Record<string, string>> = charge[locale].reasons;
  return (Object.hasOwn(reasons, reason) && reasons[reason]) || memberships[locale].failures.refused;
}
