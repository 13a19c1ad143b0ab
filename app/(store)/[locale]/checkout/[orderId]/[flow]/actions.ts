'use server';

import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { action } from '@/lib/action';
import { visitor } from '@/lib/auth';
import { mayTry } from '@/lib/data/rate-limits';
import { startCheckout } from '@/lib/use-cases/start-checkout';
import { leadToWindow } from '../../lightbox/lead-to-window';

/** What is not named here is an answer to the flow's own questions, and the flow reads those strictly. */
const payment = z
  .object({
    orderId: z.string().max(64),
    flow: z.string().max(40),
    attemptKey: z.string().regex(/^[\w-]{22}$/, 'invalid'),
    opening: z.enum(['redirect', 'lightbox']).default('redirect'),
  })
  .catchall(z.string().max(200));

/** Opens the payment at PlacetoPay, or finds the one that is open, and goes there. `message`: the page of the window. */
export const pay = action({
  policy: 'anyone',
  input: payment,
  async run({ input: { orderId, flow, attemptKey, opening, ...answers }, viewer, locale }) {
    const from = await visitor();
    if (!(await mayTry('pay by address', from.ipAddress))) return { ok: false, problem: 'too_many_tries' };
    const started = await startCheckout({ orderId, flow, answers, attemptKey, viewer, visitor: from });
    if (!started.ok) return started;
    if (opening === 'lightbox') return leadToWindow(orderId, locale);
    redirect(started.processUrl as Route);
  },
});
