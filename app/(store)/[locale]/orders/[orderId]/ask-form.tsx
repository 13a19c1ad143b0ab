'use client';

import { useActionState } from 'react';
import { SubmitButton } from '@/components/ui/submit-button';
import { emptyForm } from '@/lib/domain/form-state';
import { ask } from './actions';

type Props = {
  locale: string;
  orderId: string;
  texts: {
    button: string;
    asking: string;
    /** What came of asking, by outcome. */
    outcomes: Readonly<Record<string, string>>;
  };
  problems: Readonly<Record<string, string>>;
};

/** Asks now. What came of it is said beside the button; what changed is on the page itself. */
export function AskForm({ locale, orderId, texts, problems }: Props) {
  const [state, submit] = useActionState(ask, emptyForm);
  const said = state.problem
    ? (problems[state.problem] ?? problems.unexpected)
    : texts.outcomes[state.message ?? ''];
  return (
    <form action={submit} className="flex flex-wrap items-center gap-3">
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="orderId" value={orderId} />
      <SubmitButton tone="secondary" pendingLabel={texts.asking}>
        {texts.button}
      </SubmitButton>
      <p role="status" className="text-base font-semibold empty:hidden">
        {said}
      </p>
    </form>
  );
}
