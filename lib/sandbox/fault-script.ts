import { createHash } from 'node:crypto';
import { z } from 'zod';
import { contractOps, forgeries, ops, webhookForgeries, type FaultRule, type Op } from './faults';

/**
 * A run of faults drawn from a seed. Drawing gives ordinary rules, each for the nth call of its kind, so the same seed
 * is the same script to the letter, whatever the clock says and however the calls interleave.
 */
const rate = z.number().min(0).max(1).default(0);

export const scriptRequest = z.strictObject({
  seed: z.string().min(1).max(100),
  match: z.union([
    z.strictObject({ requestId: z.number().int().positive() }),
    z.strictObject({ reference: z.string().min(1) }),
    z.strictObject({ referencePrefix: z.string().min(4) }),
  ]),
  /** How many calls of each kind the script covers. */
  calls: z.number().int().min(1).max(200).default(20),
  /** How many of them go wrong, per kind, from 0 to 1. */
  rates: z.strictObject(Object.fromEntries(ops.map((op) => [op, rate])) as Record<Op, typeof rate>),
});

export type ScriptRequest = z.infer<typeof scriptRequest>;

const moments = ['beforeCommit', 'afterCommit', 'response'] as const;

type Draw = (name: string) => number;

/** Faults of a call that may come before or after the gateway has acted, and those of its answer alone. */
const callFaults: readonly ((draw: Draw) => FaultRule['do'])[] = [
  (draw) => ({ delayMs: 50 + pick(draw('delay'), 1_950) }),
  () => ({ reset: true }),
  (draw) => ({ status: [500, 502, 503, 504, 429][pick(draw('status'), 5)] ?? 500 }),
];

const answerFaults: typeof callFaults = [
  (draw) => ({ truncateAt: pick(draw('cut'), 400) }),
  () => ({ contentType: 'text/html' }),
  () => ({ mutate: { path: 'status.status', value: 'UNHEARD_OF' } }),
  () => ({ mutate: { path: 'status' } }),
  (draw) => ({ dripBytesPerSecond: 200 + pick(draw('drip'), 2_000) }),
];

/** What AutoPay asks and tells a merchant may be lost, doubled or late. */
const contractFaults: typeof callFaults = [
  () => ({ drop: true }),
  (draw) => ({ duplicate: 1 + pick(draw('copies'), 3) }),
  (draw) => ({ delayMs: 1_000 + pick(draw('late'), 59_000) }),
];

/** A notification may be a lie besides. */
const notifyFaults: typeof callFaults = [
  ...contractFaults,
  (draw) => ({ forge: forgeries[pick(draw('lie'), forgeries.length)] ?? 'badSignature' }),
];

/** So may AutoPay's webhook, which is signed too. */
const webhookFaults: typeof callFaults = [
  ...contractFaults,
  (draw) => ({ forge: webhookForgeries[pick(draw('lie'), webhookForgeries.length)] ?? 'badSignature' }),
];

/** What the network answers where no payer is. */
const chargeFaults: typeof callFaults = [
  () => ({ force: { status: 'REJECTED', reason: '51' } }),
  () => ({ force: { status: 'REJECTED', reason: '05' } }),
  () => ({ force: { status: 'FAILED', reason: 'XH' } }),
  () => ({ force: { status: 'PENDING', reason: '05' } }),
];

/** Faults of what is not a call of the merchant. */
const outsideFaults: Readonly<Partial<Record<Op, typeof callFaults>>> = {
  notify: notifyFaults,
  charge: chargeFaults,
  ...Object.fromEntries(contractOps.map((op) => [op, contractFaults])),
  webhook: webhookFaults,
};

/** The rules of a script, in the order of their calls. */
export function drawFaults({ seed, match, calls, rates }: ScriptRequest): FaultRule[] {
  return ops.flatMap((op) =>
    Array.from({ length: calls }, (_, at) => at + 1).flatMap((nth): FaultRule[] => {
      const draw: Draw = (name) => drawn(`${seed}:${op}:${nth}:${name}`);
      if (draw('whether') >= rates[op]) return [];
      const target = { ...match, nth };
      const outside = outsideFaults[op];
      if (outside) return [{ op, match: target, at: 'response', do: oneOf(outside, draw) } as FaultRule];
      const at = moments[pick(draw('when'), 3)] ?? 'response';
      const possible = at === 'response' ? [...callFaults, ...answerFaults] : callFaults;
      return [{ op, match: target, at, do: oneOf(possible, draw) } as FaultRule];
    }),
  );
}

function oneOf(faults: typeof callFaults, draw: Draw): FaultRule['do'] {
  const chosen = faults[pick(draw('what'), faults.length)] ?? faults[0];
  if (!chosen) throw new Error('no fault to choose from');
  return chosen(draw);
}

function pick(drawnNumber: number, below: number): number {
  return Math.floor(drawnNumber * below);
}

/** From 0 up to 1, the same for the same text on every machine. */
function drawn(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE() / 2 ** 32;
}
