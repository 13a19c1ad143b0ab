'use server';

import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { action } from '@/lib/action';
import { visitor } from '@/lib/auth';
import { mayTry } from '@/lib/data/rate-limits';
import type { Locale } from '@/lib/domain/locale';
import { autopay } from '@/lib/flows/autopay';
import { createMandate } from '@/lib/use-cases/create-mandate';
import { previewMandate } from '@/lib/use-cases/preview-mandate';
import { shownMandate } from './shown-mandate';

/** Which of them are right is for `readMandateTerms` to say. */
const answers = Object.fromEntries(
  autopay.fields.map(({ name }) => [name, z.string().max(40, 'too_long').default('')]),
);

const terms = z.strictObject({
  ...answers,
  attemptKey: z.string().regex(/^[\w-]{22}$/, 'invalid'),
  intent: z.literal('show').optional(),
});

/** The request these answers make, as a ShownRequest in `message`; or which of them are wrong. Nothing is sent. */
export const showMandateRequest = action({
  policy: 'anyone',
  input: terms,
  run: ({ input, locale }) => show(input, locale),
});

/** Goes to the gateway to agree; without JavaScript the form's other button only shows the request. */
export const agree = action({
  policy: 'anyone',
  input: terms,
  async run({ input, viewer, locale }) {
    const shown = await show(input, locale);
    if (input.intent === 'show' || shown.problem !== null) return shown;
    const from = await visitor();
    if (!(await mayTry('pay by address', from.ipAddress))) return { ok: false, problem: 'too_many_tries' };
    const { attemptKey } = input;
    const started = await createMandate({
      ...{ attemptKey, viewer, visitor: from, locale },
      answers: answersOf(input),
    });
    if (!started.ok) return started;
    redirect(started.processUrl as Route);
  },
});

type Terms = z.output<typeof terms>;

async function show(input: Terms, locale: Locale) {
  const preview = previewMandate({ answers: answersOf(input), locale, visitor: await visitor() });
  return preview.ok
    ? ({ ok: false, problem: null, message: JSON.stringify(shownMandate(preview, locale)) } as const)
    : ({ ok: false, problem: 'invalid_form', fields: preview.fields } as const);
}

function answersOf(input: Terms): Record<string, string> {
  const given = new Map<string, string | undefined>(Object.entries(input));
  return Object.fromEntries(autopay.fields.map(({ name }) => [name, given.get(name) ?? '']));
}
