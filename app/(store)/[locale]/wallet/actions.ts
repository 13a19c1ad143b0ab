'use server';

import { refresh } from 'next/cache';
import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { action } from '@/lib/action';
import { visitor } from '@/lib/auth';
import { mayTry } from '@/lib/data/rate-limits';
import { nameCard, preferCard } from '@/lib/data/wallet';
import { isCardless } from '@/lib/domain/buyer';
import { addCard } from '@/lib/use-cases/add-card';
import { forgetCard } from '@/lib/use-cases/forget-card';
import { readWayBack } from './way-back';
import { keepWayBack } from './way-back-cookie';

const cardId = z.string().regex(/^[\w-]{22}$/, 'invalid');

/** Goes to the gateway to keep a card, and comes back to the wallet. */
export const keepNewCard = action({
  policy: 'buyer',
  input: z.strictObject({ key: cardId, to: z.string().max(80).optional() }),
  async run({ input: { key, to }, viewer, locale }) {
    const from = await visitor();
    if (!(await mayTry('pay by address', from.ipAddress))) return { ok: false, problem: 'too_many_tries' };
    const started = await addCard({ key, locale, viewer, visitor: from });
    if (!started.ok) return started;
    await keepWayBack(readWayBack(to));
    redirect(started.processUrl as Route);
  },
});

export const renameCard = action({
  policy: 'buyer',
  input: z.strictObject({
    cardId,
    nickname: z.string().trim().max(40, 'too_long').refine(isCardless, 'looks_like_card'),
  }),
  async run({ input, viewer }) {
    const named = await nameCard(input.cardId, input.nickname || null, viewer);
    if (!named) return { ok: false, problem: 'unknown_card' };
    refresh();
  },
});

export const takeCardFirst = action({
  policy: 'buyer',
  input: z.strictObject({ cardId }),
  async run({ input, viewer }) {
    const done = await preferCard(input.cardId, viewer, new Date());
    if (done !== 'preferred') return { ok: false, problem: done };
    refresh();
  },
});

/** Gives a card up, and hands its memberships to another one. Whatever the gateway answers, it is unusable from here on. */
export const deleteCard = action({
  policy: 'buyer',
  input: z.strictObject({ cardId, replacement: z.union([z.literal(''), cardId]).default('') }),
  async run({ input, viewer, locale }) {
    const forgotten = await forgetCard({
      ...{ cardId: input.cardId, viewer },
      replacement: input.replacement || null,
    });
    if (!forgotten.ok) return forgotten;
    redirect(`/${locale}/wallet?gone=${input.cardId}` as Route);
  },
});
