'use server';

import { refresh } from 'next/cache';
import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { action } from '@/lib/action';
import { visitor } from '@/lib/auth';
import { addSampleInvoice } from '@/lib/data/invoices';
import { mayTry } from '@/lib/data/rate-limits';
import { sampleInvoice } from '@/lib/domain/invoice';
import { askMandate } from '@/lib/use-cases/ask-mandate';
import { cancelMandate } from '@/lib/use-cases/cancel-mandate';
import { editMandate } from '@/lib/use-cases/create-mandate';

const id = z.string().regex(/^[\w-]{22}$/, 'invalid');
const own = z.strictObject({ mandateId: id });

/** Goes to the gateway to give another card, and comes back to the agreement. */
export const changeCard = action({
  policy: 'buyer',
  input: z.strictObject({ mandateId: id, attemptKey: id }),
  async run({ input, viewer, locale }) {
    const from = await visitor();
    if (!(await mayTry('pay by address', from.ipAddress))) return { ok: false, problem: 'too_many_tries' };
    const started = await editMandate({ ...input, viewer, visitor: from, locale });
    if (!started.ok) return started;
    redirect(started.processUrl as Route);
  },
});

/** Ends the agreement for ever. */
export const endMandate = action({
  policy: 'buyer',
  input: own,
  async run({ input: { mandateId }, viewer }) {
    const cancelled = await cancelMandate({ mandateId, viewer });
    if (!cancelled.ok) return cancelled;
    refresh();
  },
});

/** Compares with the gateway's list now instead of waiting for the next time. `message` is the outcome. */
export const compare = action({
  policy: 'buyer',
  input: own,
  async run({ input: { mandateId }, viewer }) {
    const asked = await askMandate({ mandateId, viewer });
    if (!asked.ok) return asked;
    refresh();
    return { ok: true, message: asked.outcome };
  },
});

/** One more invoice to pay, so that the next date has something to charge. */
export const addInvoice = action({
  policy: 'buyer',
  input: own,
  async run({ input: { mandateId }, viewer }) {
    if (!(await mayTry('ask by mandate', mandateId))) return { ok: false, problem: 'too_many_tries' };
    const added = await addSampleInvoice({ mandateId, ...sampleInvoice }, viewer, new Date());
    if (!added) return { ok: false, problem: 'unknown_mandate' };
    refresh();
  },
});
