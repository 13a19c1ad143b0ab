'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { action } from '@/lib/action';
import { visitor } from '@/lib/auth';
import { mayTry } from '@/lib/data/rate-limits';
import { changeCard, changeMembership, type Wish } from '@/lib/use-cases/change-membership';

const id = z.string().regex(/^[\w-]{22}$/, 'invalid');

/** No renewals until it is resumed. */
export const pause = wishing('pause');

/** It goes on, on its day or today. */
export const resume = wishing('resume');

/** Ends it for ever. */
export const cancel = wishing('cancel');

/** Another card from now on; what is owed already is charged to it at once. */
export const takeCard = action({
  policy: 'buyer',
  input: z.strictObject({ membershipId: id, attemptKey: id, cardId: id }),
  async run({ input, viewer }) {
    const from = await visitor();
    if (!(await mayTry('pay by address', from.ipAddress))) return { ok: false, problem: 'too_many_tries' };
    const changed = await changeCard({ ...input, viewer, visitor: from });
    // Charged or refused, the page shows how it stands now, and another key for whatever is asked next.
    refresh();
    return changed;
  },
});

function wishing(wish: Wish) {
  return action({
    policy: 'buyer',
    input: z.strictObject({ membershipId: id }),
    async run({ input: { membershipId }, viewer }) {
      const changed = await changeMembership({ wish, membershipId, viewer });
      if (!changed.ok) return changed;
      refresh();
    },
  });
}
