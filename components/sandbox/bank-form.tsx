'use client';

import { useActionState } from 'react';
import type { BankAnswer } from '@/lib/sandbox/bank';
import { pageTexts, type PageLanguage } from '@/lib/sandbox/dictionaries/page';
import { buttonLook, quietLook } from './button';
import { untouched, type FormAction } from './form-state';
import { useFramed } from './frame';

type Props = {
  action: FormAction;
  attempt: string;
  language: PageLanguage;
  answers: readonly { answer: BankAnswer; label: string }[];
};

/** One button for each answer; which one was pressed is the answer, with and without JavaScript. */
export function BankForm({ action, attempt, language, answers }: Props) {
  const [state, send, sending] = useActionState(action, untouched);
  const framed = useFramed();
  return (
    <form action={send} className="mt-6 grid gap-3">
      <input type="hidden" name="attempt" value={attempt} />
      <input type="hidden" name="lang" value={language} />
      {framed && <input type="hidden" name="frame" value="1" />}
      {state.problem && (
        <p role="alert" className="border-bad text-bad rounded-lg border-2 p-3 font-medium">
          {pageTexts[language].problems[state.problem]}
        </p>
      )}
      {answers.map(({ answer, label }, at) => (
        <button
          key={answer}
          type="submit"
          name="answer"
          value={answer}
          disabled={sending}
          className={at === 0 ? buttonLook : quietLook}
        >
          {label}
        </button>
      ))}
    </form>
  );
}
