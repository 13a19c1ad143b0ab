'use client';

import { useActionState } from 'react';
import { FormProblem } from '@/components/store/form-problem';
import { SubmitButton } from '@/components/ui/submit-button';
import { emptyForm } from '@/lib/domain/form-state';
import { cancel } from './follow-up-actions';

type Props = {
  locale: string;
  orderId: string;
  texts: { title: string; body: string; button: string; pending: string };
  problems: Readonly<Record<string, string>>;
};

/** Closes the payment page that is open; behind a disclosure, so that nobody does it by a slip. */
export function CancelForm({ locale, orderId, texts, problems }: Props) {
  const [state, submit] = useActionState(cancel, emptyForm);
  return (
    <details className="w-full">
      <summary className="min-h-11 py-2 font-semibold">{texts.title}</summary>
      <p className="mb-3 max-w-prose text-base">{texts.body}</p>
      <form action={submit}>
        <FormProblem problem={state.problem} problems={problems}>
          {state.message && (
            <p className="break-words">
              <q>{state.message}</q>
            </p>
          )}
        </FormProblem>
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="orderId" value={orderId} />
        <SubmitButton tone="secondary" pendingLabel={texts.pending}>
          {texts.button}
        </SubmitButton>
      </form>
    </details>
  );
}
