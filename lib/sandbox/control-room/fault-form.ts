import { callOps, faultRule, type FaultRule } from '../faults';

/** A rule as a form of plain fields asks for it. */

/** What may happen, and whether it needs a value. To offer another action: add its line. */
export const actionKinds = {
  hang: 'none',
  delayMs: 'number',
  reset: 'none',
  status: 'number',
  truncateAt: 'number',
  mutate: 'path=value',
  contentType: 'text',
  oversizeBytes: 'number',
  dripBytesPerSecond: 'number',
  drop: 'none',
  duplicate: 'number',
  forge: 'text',
  force: 'status reason',
} as const;

export type ActionKind = keyof typeof actionKinds;

export const targets = ['requestId', 'reference', 'referencePrefix'] as const;

/** Null for what is no rule: an unknown action, a missing value, no target. */
export function readFaultForm(form: Record<string, string>): FaultRule | null {
  const { op = '', at = '', target = '', value = '', nth = '', kind = '', what = '' } = form;
  const action = toAction(kind, what.trim());
  if (!action || !isTarget(target)) return null;
  const asked = {
    op,
    ...((callOps as readonly string[]).includes(op) && at !== '' && { at }),
    match: {
      [target]: target === 'requestId' ? Number(value) : value.trim(),
      ...(nth.trim() !== '' && { nth: Number(nth) }),
    },
    do: action,
  };
  return faultRule.safeParse(asked).data ?? null;
}

function toAction(kind: string, what: string): object | null {
  if (!Object.hasOwn(actionKinds, kind)) return null;
  const needs = actionKinds[kind as ActionKind];
  if (needs === 'none') return { [kind]: true };
  if (what === '') return null;
  if (needs === 'number') return { [kind]: Number(what) };
  if (needs === 'text') return { [kind]: what };
  return needs === 'status reason' ? { force: toVerdict(what) } : { mutate: toMutation(what) };
}

/** `REJECTED 51`, or a status alone. */
function toVerdict(what: string): object {
  const [status, reason] = what.split(/\s+/);
  return { status, ...(reason && { reason }) };
}

/** `status.status=APPROVED`, `payment.0.amount.to.total=1`; without `=` the member is removed. */
function toMutation(what: string): { path: string; value?: unknown } {
  const [path = '', ...rest] = what.split('=');
  return rest.length === 0 ? { path } : { path, value: fromText(rest.join('=')) };
}

/** JSON where it is some, text otherwise. */
function fromText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function isTarget(text: string): text is (typeof targets)[number] {
  return (targets as readonly string[]).includes(text);
}
