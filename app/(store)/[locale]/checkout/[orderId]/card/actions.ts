'use server';

import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { action } from '@/lib/action';
import { visitor } from '@/lib/auth';
import { mayTry } from '@/lib/data/rate-limits';
import { chargeCard } from '@/lib/use-cases/charge-card';

const id = z.string().regex(/^[\w-]{22}$/, 'invalid');

/** Charges or holds a kept card for an order. Whatever the bank said, the order's page tells it. */
export const payWithCard = action({
  policy: 'buyer',
  input: z.strictObject({
    orderId: z.string().max(64),
    flow: z.string().max(40),
    attemptKey: id,
    cardId: id,
    installments: z
      .string()
      .regex(/^[1-9]\d?$/, 'unknown_installments')
      .transform(Number)
      .optional(),
    cvv: z.union([z.literal(''), z.string().regex(/^\d{3,4}$/, 'invalid_cvv')]).default(''),
  }),
  async run({ input: { cvv, installments, ...asked }, viewer, locale }) {
    const from = await visitor();
    if (!(await mayTry('pay by address', from.ipAddress))) return { ok: false, problem: 'too_many_tries' };
    const charged = await chargeCard({
      ...asked,
      ...(cvv && { cvv }),
      installments: installments ?? null,
      viewer,
      visitor: from,
    });
    if (charged.ok) redirect(`/${locale}/orders/${asked.orderId}` as Route);
    if (charged.problem !== 'unknown_installments') return charged;
    return { ok: false, problem: 'invalid_form', fields: { installments: charged.problem } };
  },
});
