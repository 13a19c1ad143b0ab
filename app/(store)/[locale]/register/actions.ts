'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { action } from '@/lib/action';
import { openAuthSession, visitor } from '@/lib/auth';
import { register as open } from '@/lib/passwords';
import { readReturnPage, returnPath } from '../sign-in/return-path';

const email = z.string().trim().toLowerCase().min(1, 'required').max(80, 'too_long');

/** Opens an account and signs in. The cart comes along. */
export const register = action({
  policy: 'anyone',
  input: z.strictObject({
    name: z.string().trim().min(1, 'required').max(80, 'too_long'),
    email: email.pipe(z.email('invalid_email')),
    password: z.string().min(1, 'required').min(12, 'weak_password').max(128, 'too_long'),
    to: z.string().max(20),
  }),
  async run({ input: { to, ...person }, locale }) {
    const answer = await open({ ...person, ...(await visitor()) });
    if (!answer.ok) return { ...answer, fields: fieldsOf[answer.problem] };
    await openAuthSession(answer.user);
    redirect(returnPath(locale, readReturnPage(to)));
  },
});

/** Some problems belong to a field: there they are said again. */
const fieldsOf: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  email_taken: { email: 'email_taken' },
  weak_password: { password: 'weak_password' },
};
