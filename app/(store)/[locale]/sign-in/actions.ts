'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { action } from '@/lib/action';
import { closeAuthSession, openAuthSession, visitor } from '@/lib/auth';
import { authenticate } from '@/lib/passwords';
import { readReturnPage, returnPath } from './return-path';

/** A wrong name and a wrong password are one answer. The cart comes along. */
export const signIn = action({
  policy: 'anyone',
  input: z.strictObject({
    email: z.string().trim().min(1, 'required').max(80, 'too_long'),
    password: z.string().min(1, 'required').max(1000, 'too_long'),
    to: z.string().max(20),
  }),
  async run({ input: { email, password, to }, locale }) {
    const answer = await authenticate({ email, password, ...(await visitor()) });
    if (!answer.ok) return answer;
    await openAuthSession(answer.user);
    redirect(returnPath(locale, readReturnPage(to)));
  },
});

/** Out of this browser. */
export const signOut = action({
  policy: 'anyone',
  input: z.strictObject({}),
  async run({ locale }) {
    await closeAuthSession();
    redirect(`/${locale}/sign-in`);
  },
});

/** Out of every browser: whoever holds an older cookie is a guest from now on. */
export const signOutEverywhere = action({
  policy: 'buyer',
  input: z.strictObject({}),
  async run({ locale }) {
    await closeAuthSession({ everywhere: true });
    redirect(`/${locale}/sign-in`);
  },
});
