import { dayAfter, type CalendarDay } from './calendar';
import type { Currency, Money } from './money';

/**
 * An agreement under which PlacetoPay charges by itself: its terms, and where it stands.
 * https://docs.placetopay.dev/autopay/how-autopay-works
 */

export const chargeTypes = ['FIXED', 'TOTAL_BALANCE', 'MINIMUM_BALANCE'] as const;
export type ChargeType = (typeof chargeTypes)[number];

/** AutoPay counts weeks too, which a recurring payment does not. */
export const mandatePeriodicities = ['D', 'W', 'M', 'Y'] as const;
export type MandatePeriodicity = (typeof mandatePeriodicities)[number];

/** What the payer accepts. Frozen once it is sent: an edit replaces the card and nothing else. */
export type MandateTerms = {
  readonly chargeType: ChargeType;
  readonly currency: Currency;
  /** What is charged each time; null where the shop says it on every date. */
  readonly amount: Money | null;
  readonly periodicity: MandatePeriodicity;
  readonly interval: number;
  /** Day of the month, 1 to 28, on which the shop's invoices fall due. */
  readonly dueDay: number;
  readonly startOn: CalendarDay;
  /** The first charge: every other is counted from it. */
  readonly firstOn: CalendarDay;
  /** No charge after this day; null is without end. */
  readonly lastOn: CalendarDay | null;
  /** -1 is without limit. */
  readonly maxPeriods: number;
};

export const mandateStatuses = [
  'OPENING',
  'NOT_AGREED',
  'ACTIVE',
  'FAILED',
  'CANCELLED',
  'FINISHED',
] as const;
export type MandateStatus = (typeof mandateStatuses)[number];

/** What the gateway says of an agreement that exists there. `at` is the gateway's own date of that status. */
export type Observed = {
  readonly status: 'APPROVED' | 'FAILED' | 'REJECTED';
  readonly reason: string | null;
  readonly at: Date;
  readonly nextOn: CalendarDay;
};

/**
 * The later of two observations, whichever came first: an end is for ever, else the newer status counts, and the next
 * charge only moves forward. It is the maximum of a total order, so events end in the same state in any order.
 */
export function later(a: Observed, b: Observed): Observed {
  const [first, second] = [rank(a), rank(b)];
  const winner = first >= second ? a : b;
  return { ...winner, nextOn: a.nextOn > b.nextOn ? a.nextOn : b.nextOn };
}

const severity = { APPROVED: 0, FAILED: 1, REJECTED: 2 } as const;

/** Compared as text. Of two ends the earlier one is the end: what comes after it changes nothing. */
function rank({ status, reason, at }: Observed): string {
  const isOver = status === 'REJECTED';
  const time = at.getTime();
  const moment = String(isOver ? latest - time : time).padStart(16, '0');
  return `${isOver ? 1 : 0} ${moment} ${severity[status]} ${reason ?? ''}`;
}

const latest = 8_640_000_000_000_000;

/** AP is the agreement's own end; every other end is a cancellation. https://docs.placetopay.dev/autopay/status */
export function mandateStatus(observed: Observed | null, hasOpenPage: boolean): MandateStatus {
  if (observed === null) return hasOpenPage ? 'OPENING' : 'NOT_AGREED';
  if (observed.status === 'APPROVED') return 'ACTIVE';
  if (observed.status === 'FAILED') return 'FAILED';
  return observed.reason === 'AP' ? 'FINISHED' : 'CANCELLED';
}

/** Nothing will ever be charged again. */
export function isOver(status: MandateStatus): boolean {
  return status === 'CANCELLED' || status === 'FINISHED';
}

/** Another card may be given while the agreement is not over; after a failure that is how it goes on. */
export function mayEdit(status: MandateStatus): boolean {
  return status === 'ACTIVE' || status === 'FAILED';
}

/** The day that lies so many periods after the first charge. */
function chargeDay({ firstOn, periodicity, interval }: MandateTerms, periods: number): CalendarDay {
  return periodicity === 'W'
    ? dayAfter(firstOn, { periodicity: 'D', interval: 7 * interval }, periods)
    : dayAfter(firstOn, { periodicity, interval }, periods);
}

/** The days from `nextOn` on that the terms still allow, at most `limit`. */
export function comingDays(terms: MandateTerms, nextOn: CalendarDay, limit: number): CalendarDay[] {
  const days: CalendarDay[] = [];
  for (let period = 0; days.length < limit && period < mostPeriods; period += 1) {
    if (terms.maxPeriods !== -1 && period >= terms.maxPeriods) break;
    const day = chargeDay(terms, period);
    if (terms.lastOn !== null && day > terms.lastOn) break;
    if (day >= nextOn) days.push(day);
  }
  return days;
}

/** Charges of one agreement that are counted at all: a daily one for thirty years. */
const mostPeriods = 11_000;

export const mandatePageStatuses = [
  'PREPARED',
  'SENT',
  'IN_DOUBT',
  'PENDING',
  'APPROVED',
  'REJECTED',
  'ABANDONED',
] as const;
export type MandatePageStatus = (typeof mandatePageStatuses)[number];

/** One visit to the gateway's page: to agree, or to give another card. */
export type MandatePage = {
  readonly id: string;
  readonly action: 'CREATE' | 'EDIT';
  readonly status: MandatePageStatus;
  readonly reason: string | null;
  readonly message: string | null;
  readonly requestId: string | null;
  readonly processUrl: string | null;
  readonly expiresAt: Date;
  readonly createdAt: Date;
};

export type Mandate = {
  readonly id: string;
  readonly reference: string;
  /** The gateway's id; null until somebody has agreed. */
  readonly autopayId: string | null;
  readonly description: string;
  readonly terms: MandateTerms;
  readonly status: MandateStatus;
  readonly reason: string | null;
  readonly nextOn: CalendarDay | null;
  readonly card: {
    readonly franchise: string | null;
    readonly franchiseName: string | null;
    readonly lastDigits: string | null;
    readonly validUntil: string | null;
  };
  readonly acceptedAt: Date | null;
  readonly comparedAt: Date | null;
  readonly createdAt: Date;
  readonly pages: readonly MandatePage[];
};

/** A page that may still end in an agreement: at most one of each agreement. */
export function openPage({ pages }: Pick<Mandate, 'pages'>): MandatePage | null {
  return pages.find(({ status }) => isPageOpen(status)) ?? null;
}

/** Whether the payer may still answer on the page, as far as anybody knows. */
export function isPageOpen(status: MandatePageStatus): boolean {
  return status === 'PREPARED' || status === 'SENT' || status === 'IN_DOUBT' || status === 'PENDING';
}
