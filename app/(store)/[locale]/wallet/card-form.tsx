'use client';

import { useActionState, type ReactNode } from 'react';
import { FormProblem } from '@/components/store/form-problem';
import { SubmitButton } from '@/components/ui/submit-button';
import type { ButtonTone } from '@/components/ui/button';
import { emptyForm } from '@/lib/domain/form-state';
import { keepNewCard, takeCardFirst } from './actions';

const acts = { add: keepNewCard, prefer: takeCardFirst };

type Props = {
  does: keyof typeof acts;
  hidden: Readonly<Record<string, string>>;
  button: string;
  doing: string;
  tone?: ButtonTone;
  problems: Readonly<Record<string, string>>;
  children?: ReactNode;
};

/** One thing to do with the wallet or a card of it: a button, and what went wrong where it did. */
export function CardForm({ does, hidden, button, doing, tone = 'primary', problems, children }: Props) {
  const [state, submit] = useActionState(acts[does], emptyForm);
  return (
    <form action={submit} className="grid justify-items-start gap-3">
      <FormProblem problem={state.problem} problems={problems} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton tone={tone} pendingLabel={doing}>
          {button}
        </SubmitButton>
        {children}
      </div>
    </form>
  );
}
