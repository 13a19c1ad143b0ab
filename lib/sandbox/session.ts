/**
 * What a session is, given the attempts made in it and what ended it. Pure and computed from facts, so that
 * no order of events can leave it in a state of its own.
 * Source: https://docs.placetopay.dev/checkout/how-checkout-works
 */

export type SessionStatus = 'PENDING' | 'APPROVED' | 'APPROVED_PARTIAL' | 'PARTIAL_EXPIRED' | 'REJECTED';

/**
 * PENDING_CONFIRMATION waits for the merchant's word; APPROVED_PARTIAL is a dispersed payment of which a part was
 * refused after another was approved.
 */
export type AttemptStatus =
  'PENDING' | 'PENDING_CONFIRMATION' | 'APPROVED' | 'APPROVED_PARTIAL' | 'REJECTED' | 'FAILED';

/**
 * What ended it from outside. REFUSED: one refusal is the end, as in a collect. DECLINED: the merchant did not
 * confirm what the payer gave.
 */
export type Ending = 'PAYER' | 'MERCHANT' | 'EXPIRED' | 'REFUSED' | 'DECLINED';

export type Standing = { status: SessionStatus; reason: string };

export type Facts = {
  /** `totalMinor` is what the attempt is worth when approved: of a dispersed payment its approved parts. */
  attempts: readonly { status: AttemptStatus; totalMinor: bigint }[];
  totalMinor: bigint;
  ending: Ending | null;
  /** Refused attempts that end it. */
  attemptsLimit: number;
};

/** Which status may follow which. Nothing follows a final one. */
export const nextStatuses = {
  PENDING: ['PENDING', 'APPROVED', 'APPROVED_PARTIAL', 'REJECTED'],
  APPROVED_PARTIAL: ['APPROVED_PARTIAL', 'APPROVED', 'PARTIAL_EXPIRED'],
  APPROVED: [],
  PARTIAL_EXPIRED: [],
  REJECTED: [],
} as const satisfies Record<SessionStatus, readonly SessionStatus[]>;

/** Nothing follows it any more. */
export function isFinal(status: SessionStatus): boolean {
  return nextStatuses[status].length === 0;
}

const endReasons: Record<Ending, string> = {
  PAYER: '?C',
  MERCHANT: 'MC',
  EXPIRED: 'EX',
  REFUSED: 'XN',
  DECLINED: '?C',
};

/** Where a session with these facts stands. */
export function standing({ attempts, totalMinor, ending, attemptsLimit }: Facts): Standing {
  const paid = attempts
    .filter(({ status }) => status === 'APPROVED' || status === 'APPROVED_PARTIAL')
    .reduce((sum, attempt) => sum + attempt.totalMinor, 0n);
  const isPaid = attempts.some(({ status }) => status === 'APPROVED') && paid >= totalMinor;
  if (isPaid) return { status: 'APPROVED', reason: '00' };

  const over = ending ?? (refusals(attempts) >= attemptsLimit ? 'ATTEMPTS' : null);
  const inProcess = isInProcess(attempts);
  if (over !== null && !inProcess) return ended(over, paid);
  if (paid > 0n) return { status: 'APPROVED_PARTIAL', reason: 'P0' };
  return { status: 'PENDING', reason: attempts.length > 0 ? 'PT' : 'PC' };
}

/** While one attempt is in process the payer cannot begin another, and nobody can cancel. */
export function isInProcess(attempts: Facts['attempts']): boolean {
  return attempts.some(({ status }) => status === 'PENDING' || status === 'PENDING_CONFIRMATION');
}

/**
 * Only REJECTED counts: a technical failure is not the payer's. Source:
 * https://docs.placetopay.dev/checkout/attempts-limit
 */
export function refusals(attempts: Facts['attempts']): number {
  return attempts.filter(({ status }) => status === 'REJECTED').length;
}

function ended(over: Ending | 'ATTEMPTS', paid: bigint): Standing {
  if (paid > 0n) return { status: 'PARTIAL_EXPIRED', reason: 'PX' };
  return { status: 'REJECTED', reason: over === 'ATTEMPTS' ? 'XN' : endReasons[over] };
}
