'use server';

import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { action } from '@/lib/action';
import { visitor } from '@/lib/auth';
import { mayTry } from '@/lib/data/rate-limits';
import { buyerSchema } from '@/lib/domain/buyer';
import { beginMembership } from '@/lib/use-cases/begin-membership';

const id = z.string().regex(/^[\w-]{22}$/, 'invalid');

/** Buys a membership with a kept card. Whatever the bank said, the membership's page tells it. */
export const join = action({
  policy: 'buyer',
  input: buyerSchema.safeExtend({
    key: id,
    productSlug: z.string().max(30),
    cardId: id,
  }),
  async run({ input: { key, productSlug, cardId, ...buyer }, viewer, locale }) {
    const from = await visitor();
    if (!(await mayTry('pay by address', from.ipAddress))) return { ok: false, problem: 'too_many_tries' };
    const begun = await beginMembership({
      ...{ key, productSlug, cardId, buyer, locale, viewer },
      visitor: from,
    });
    if (!begun.ok) return begun;
    redirect(`/${locale}/memberships/${begun.membershipId}` as Route);
  },
});
