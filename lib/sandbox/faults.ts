import 'server-only';
import { z } from 'zod';
import type { AskedPlan } from './acquirer';
import { db, type Tx } from './db';

/**
 * What goes wrong on purpose, for one session or reference and never for everybody. A rule counts the calls it
 * matches; with `nth` it fires at that one only, so a test is exact without waiting.
 */

/** The endpoints that a rule can spoil. */
export const callOps = [
  ...(['create', 'query', 'cancel', 'collect', 'transaction', 'reverse'] as const),
  ...(['invalidate', 'information', 'token'] as const),
  ...(['autopaySearch', 'autopayTransactions', 'autopayCancel'] as const),
] as const;

/** What AutoPay asks and tells the merchant. */
export const contractOps = ['balance', 'settlement', 'webhook'] as const;

/** `charge` is the network's answer to what is charged without the payer. */
export const ops = [...callOps, 'notify', 'charge', ...contractOps] as const;

export type CallOp = (typeof callOps)[number];

export type Op = (typeof ops)[number];

export const forgeries = ['badSignature', 'noSignature', 'approved', 'otherReference'] as const;

export type Forgery = (typeof forgeries)[number];

/** Of AutoPay's webhook: approved charges are told by a settlement, which carries no signature. */
export type WebhookForgery = Exclude<Forgery, 'approved'>;

export const webhookForgeries = forgeries.filter(isWebhookForgery);

export function isWebhookForgery(forgery: Forgery): forgery is WebhookForgery {
  return forgery !== 'approved';
}

const callAction = z.union([
  z.strictObject({ hang: z.literal(true) }),
  z.strictObject({ delayMs: z.number().int().min(1).max(600_000) }),
  z.strictObject({ reset: z.literal(true) }),
  z.strictObject({ status: z.number().int().min(200).max(599) }),
  z.strictObject({ truncateAt: z.number().int().min(0) }),
  z.strictObject({ mutate: z.strictObject({ path: z.string().min(1), value: z.unknown().optional() }) }),
  z.strictObject({ contentType: z.string().min(1) }),
  z.strictObject({ oversizeBytes: z.number().int().min(1).max(200_000_000) }),
  z.strictObject({ dripBytesPerSecond: z.number().int().min(1) }),
]);

const notifyAction = z.union([
  z.strictObject({ drop: z.literal(true) }),
  z.strictObject({ duplicate: z.number().int().min(1).max(20) }),
  z.strictObject({ delayMs: z.number().int().min(1).max(86_400_000) }),
  z.strictObject({ forge: z.enum(forgeries) }),
]);

/** What the network answers, whatever the card. PENDING resolves to an approval. */
const chargeAction = z.strictObject({
  force: z.strictObject({
    status: z.enum(['APPROVED', 'REJECTED', 'PENDING', 'FAILED']),
    reason: z.string().min(1).max(10).default('05'),
  }),
});

export type CallAction = z.infer<typeof callAction>;
export type NotifyAction = z.infer<typeof notifyAction>;

const match = z
  .strictObject({
    requestId: z.number().int().positive().optional(),
    reference: z.string().min(1).optional(),
    referencePrefix: z.string().min(4).optional(),
    nth: z.number().int().positive().optional(),
  })
  .refine(({ requestId, reference, referencePrefix }) => requestId ?? reference ?? referencePrefix, {
    message: 'name a requestId, a reference or a referencePrefix: no fault hits everybody',
  });

/** Bodies are changed only on their way out; anything else may also happen before the gateway has acted. */
const bodyOnly = ['truncateAt', 'mutate', 'contentType', 'oversizeBytes', 'dripBytesPerSecond'];

export const faultRule = z.union([
  z
    .strictObject({
      op: z.enum(callOps),
      match,
      at: z.enum(['beforeCommit', 'afterCommit', 'response']).default('response'),
      do: callAction,
    })
    .refine(
      (rule) => rule.at === 'response' || !Object.keys(rule.do).some((name) => bodyOnly.includes(name)),
      {
        message: 'a body can only be changed at "response"',
      },
    ),
  z.strictObject({
    op: z.literal('notify'),
    match,
    at: z.literal('response').default('response'),
    do: notifyAction,
  }),
  z.strictObject({
    op: z.literal('webhook'),
    match,
    at: z.literal('response').default('response'),
    do: notifyAction.refine((action) => !('forge' in action) || isWebhookForgery(action.forge), {
      message: 'a webhook never tells an approval',
    }),
  }),
  z.strictObject({
    op: z.enum(['balance', 'settlement']),
    match,
    at: z.literal('response').default('response'),
    do: notifyAction.refine((action) => !('forge' in action), { message: 'only what is signed is forged' }),
  }),
  z.strictObject({
    op: z.literal('charge'),
    match,
    at: z.literal('response').default('response'),
    do: chargeAction,
  }),
]);

export type FaultRule = z.infer<typeof faultRule>;

/** Stores a rule. Its id. */
export async function addFault({ op, match: target, at, do: action }: FaultRule): Promise<number> {
  const { id } = await db().fault.create({
    data: { op, at, action: JSON.parse(JSON.stringify(action)), ...target },
  });
  return id;
}

/** False when there was none. */
export async function removeFault(id: number): Promise<boolean> {
  const { count } = await db().fault.deleteMany({ where: { id } });
  return count === 1;
}

export type Fired = { at: string; action: unknown };

export type Target = { requestId: number | null; reference: string | null };

/** Counts this call at every rule it matches and tells which of them fire, oldest first. */
export async function fireFaults(tx: Tx, op: Op, { requestId, reference }: Target): Promise<Fired[]> {
  const hit = await tx.$queryRaw<(Fired & { id: number; fires: boolean })[]>`
    UPDATE "Fault" SET "seen" = "seen" + 1, "fired" = "fired" + ("nth" IS NULL OR "nth" = "seen" + 1)::int
    WHERE "op" = ${op}
      AND ("requestId" IS NULL OR "requestId" = ${requestId}::int)
      AND ("reference" IS NULL OR "reference" = COALESCE(${reference}::text,
        (SELECT s."reference" FROM "Session" s WHERE s."requestId" = ${requestId}::int)))
      AND ("referencePrefix" IS NULL OR starts_with(COALESCE(${reference}::text,
        (SELECT s."reference" FROM "Session" s WHERE s."requestId" = ${requestId}::int)), "referencePrefix"))
    RETURNING "id", "at", "action", ("nth" IS NULL OR "nth" = "seen") AS "fires"`;
  return hit.filter(({ fires }) => fires).sort((left, right) => left.id - right.id);
}

/** What a rule that fired does to a call; null where it does something else. */
export function asCallAction({ action }: Fired): CallAction | null {
  return callAction.safeParse(action).data ?? null;
}

/** What a rule that fired does to a notification; null where it does something else. */
export function asNotifyAction({ action }: Fired): NotifyAction | null {
  return notifyAction.safeParse(action).data ?? null;
}

/** The plan that a rule forces on this charge. Null when the card decides. */
export async function forcedPlan(tx: Tx, target: Target): Promise<AskedPlan | null> {
  const [fault] = await fireFaults(tx, 'charge', target);
  const action = fault && chargeAction.safeParse(fault.action).data;
  if (!action) return null;
  const { status, reason } = action.force;
  const approved = { status: 'APPROVED', reason: '00' } as const;
  if (status === 'PENDING') return { kind: 'later', waitsFor: 'DELAY', verdict: approved };
  return { kind: 'now', verdict: status === 'APPROVED' ? approved : { status, reason } };
}
