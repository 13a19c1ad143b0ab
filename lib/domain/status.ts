/**
 * Every status PlacetoPay's documentation and SDKs name, and UNKNOWN for the rest: the list is declared open, so the
 * client writes UNKNOWN for a word it does not know and nothing is guessed from it.
 * https://docs.placetopay.dev/en/checkout/how-checkout-works
 */
export const reportedStatuses = [
  'OK',
  'FAILED',
  'APPROVED',
  'APPROVED_PARTIAL',
  'PARTIAL_EXPIRED',
  'REJECTED',
  'PENDING',
  'PENDING_CONFIRMATION',
  'PENDING_VALIDATION',
  'PENDING_PROCESS',
  'CANCELED',
  'REFUNDED',
  'REVERSED',
  'ERROR',
  'MANUAL',
  'DISPUTE',
  'UNKNOWN',
] as const;

export type ReportedStatus = (typeof reportedStatuses)[number];

/** A word of the wire as a status: what is not in the list is UNKNOWN. */
export function readStatus(text: unknown): ReportedStatus {
  return reportedStatuses.find((status) => status === text) ?? 'UNKNOWN';
}
