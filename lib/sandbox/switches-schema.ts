import { z } from 'zod';

/**
 * What PlacetoPay's documentation leaves open, as switches: a shop can be tried against either answer. To add
 * one: add it here with its default in `defaultSwitches`.
 */
export const switchesSchema = z.strictObject({
  /** Does a session's query show that its payment was refunded later? */
  sessionReflectsLaterOps: z.boolean(),
  /** Does a session's query show what its preauthorization was held anew or captured for? */
  sessionReflectsCaptures: z.boolean(),
  /** Has each step of a preauthorization a reference of its own? Earlier ones are understood either way. */
  captureReturnsNewReference: z.boolean(),
  /** What a second capture of one hold is answered. */
  secondCapture: z.enum(['reject', 'accept']),
  /** May a capture exceed what is held? */
  allowOvercapture: z.boolean(),
  /** Is the same collect within 24 hours charged once only? */
  collectDedup: z.boolean(),
  /** Does a refused collect hold its reference and amount too? */
  rejectedCollectHolds: z.boolean(),
  /** What a collect that is protected as a duplicate is answered: the first one's session, or a refusal. */
  duplicateCollect: z.enum(['first', 'refuse']),
  /** Is the status's date part of the text that is signed for a repeated charge? */
  recurringSignature: z.enum(['withDate', 'withoutDate']),
  /** May a part be refunded on the day of the payment, before the networks have settled it? */
  partialRefundUnsettled: z.boolean(),
  /** What an invalidated token is answered: the documentation shows both. */
  invalidateAnswer: z.enum(['APPROVED', 'OK']),
  /** Is the merchant told of a partly paid session before its end? */
  partialNotifies: z.boolean(),
});

export type Switches = z.infer<typeof switchesSchema>;

export const defaultSwitches: Switches = {
  sessionReflectsLaterOps: true,
  sessionReflectsCaptures: false,
  captureReturnsNewReference: true,
  secondCapture: 'reject',
  allowOvercapture: true,
  collectDedup: true,
  rejectedCollectHolds: false,
  duplicateCollect: 'first',
  recurringSignature: 'withDate',
  partialRefundUnsettled: false,
  invalidateAnswer: 'APPROVED',
  partialNotifies: false,
};
