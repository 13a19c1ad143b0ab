import type { CalendarDay } from '@/lib/domain/calendar';
import type { Observed } from '@/lib/domain/mandate';
import type { Money } from '@/lib/domain/money';
import type { Status } from '@/lib/domain/report';

/** What AutoPay's answers tell, already parsed. The token of its card is not in them: the shop never charges it. */

export type AutopayCard = {
  readonly franchise: string | null;
  readonly franchiseName: string | null;
  readonly lastDigits: string | null;
  readonly validUntil: string | null;
};

/** An agreement as a session or a search tells it. */
export type AutopayReport = Observed & {
  readonly id: string;
  readonly reference: string;
  readonly chargeType: string;
  readonly amount: Money | null;
  readonly dueDay: number | null;
};

export type AutopaySessionReport = {
  readonly requestId: string;
  readonly status: Status;
  /** Null until its payer is done. */
  readonly autopay: (AutopayReport & { readonly card: AutopayCard; readonly acceptedAt: Date | null }) | null;
};

/** One try to charge. `franchise` is the brand here, and `paymentMethod` the service: the opposite of a session's. */
export type AutopayCharge = {
  readonly internalReference: string;
  readonly reference: string | null;
  readonly status: Status;
  readonly amount: Money;
  readonly chargedAt: Date;
  /** The day in Colombia on which it was made. */
  readonly chargedOn: CalendarDay;
  readonly franchise: string | null;
  readonly lastDigits: string | null;
  readonly authorization: string | null;
  readonly receipt: string | null;
  readonly refunded: boolean;
};
