'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { action } from '@/lib/action';
import { clearSuspicion } from '@/lib/data/suspects';
import { resolveSuspense } from '@/lib/data/suspense';
import { resolveCharge } from '@/lib/use-cases/resolve-charge';

const id = z.string().min(1).max(64);

/** Long enough to say something, short enough to be read. */
const reason = z.string().trim().min(1, 'required').min(10, 'too_short').max(500, 'too_long');

/** A row of suspense is explained. It stays, with the reason and who gave it. */
export const resolve = action({
  policy: 'operator',
  input: z.strictObject({ id, reason }),
  async run({ input, viewer }) {
    if (!(await resolveSuspense(input, viewer, new Date())))
      return { ok: false, problem: 'already_resolved' };
    refresh();
  },
});

/** What did not fit was looked at and is all right: the attempt is no longer held back. */
export const clear = action({
  policy: 'confirmed_operator',
  input: z.strictObject({ id, reason }),
  async run({ input, viewer }) {
    const cleared = await clearSuspicion({ sessionId: input.id, reason: input.reason }, viewer, new Date());
    if (!cleared) return { ok: false, problem: 'already_resolved' };
    refresh();
  },
});

/** What became of a charge that nobody knew the end of, as an operator saw it at the gateway's console. */
export const endDoubt = action({
  policy: 'confirmed_operator',
  input: z.strictObject({
    id,
    outcome: z.enum(['done', 'not_done'], 'required'),
    requestId: z.string().trim().max(18, 'too_long'),
    evidence: reason,
    reason,
  }),
  async run({ input: { id: sessionId, outcome, ...found }, viewer }) {
    const told = outcome === 'done' ? 'charged' : 'not_charged';
    const resolved = await resolveCharge({ ...found, sessionId, outcome: told, viewer });
    if (!resolved.ok) return resolved;
    refresh();
  },
});
