'use server';

import { z } from 'zod';
import type { FormState } from '@/components/sandbox/form-state';
import { answerBank, bankAnswers } from '@/lib/sandbox/bank';
import { pageLanguages } from '@/lib/sandbox/dictionaries/page';
import { away, goTo, here, readForm } from '../../spa/session/[requestId]/[key]/visit';

const submission = z.strictObject({
  attempt: z.string().regex(/^[0-9a-f]{40}$/),
  lang: z.enum(pageLanguages),
  frame: z.literal('1').optional(),
  answer: z.enum(bankAnswers),
});

/** The payer's word at his bank, and back to the payment; with skipResult to the shop, when nothing is left to do. */
export async function answer(_previous: FormState, form: FormData): Promise<FormState> {
  const read = await readForm(submission, form);
  if (!read.ok) return read.state;
  const { attempt, lang, frame } = read.data;
  const answered = await answerBank(attempt, read.data.answer);
  if (!answered) return { problem: 'malformed', fields: {}, values: {} };
  const place = { requestId: answered.requestId, key: answered.key, lang, frame };
  return goTo(answered.leaveTo === null ? here(place) : away(place, answered.leaveTo));
}
