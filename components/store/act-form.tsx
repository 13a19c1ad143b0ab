'use client';

import { useActionState, type ReactNode } from 'react';
import { SubmitButton } from '@/components/ui/submit-button';
import type { ButtonTone } from '@/components/ui/button';
import { emptyForm, type FormState } from '@/lib/domain/form-state';
import { FormProblem } from './form-problem';
import { HiddenInputs } from './hidden-inputs';

type Props = {
  act: (previous: FormState, form: FormData) => Promise<FormState>;
  hidden: Readonly<Record<string, string>>;
  /** What is asked before the button. */
  fields?: ReactNode;
  button: string;
  doing: string;
  tone?: ButtonTone;
  problems: Readonly<Record<string, string>>;
  /** What to say after it was done, by the answer's message. */
  outcomes?: Readonly<Record<string, string>>;
  children?: ReactNode;
};

/** One thing to do: a button, what came of it beside it, and what went wrong above it. */
export function ActForm({
  act,
  hidden,
  fields,
  button,
  doing,
  tone = 'primary',
  problems,
  outcomes,
  children,
}: Props) {
  const [state, submit] = useActionState(act, emptyForm);
  return (
    <form action={submit} className="grid justify-items-start gap-3">
      <FormProblem problem={state.problem} problems={problems}>
        {state.message && (
          <p className="break-words">
            <q>{state.message}</q>
          </p>
        )}
      </FormProblem>
      <HiddenInputs values={hidden} />
      {fields}
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton tone={tone} pendingLabel={doing}>
          {button}
        </SubmitButton>
        {children}
        <p role="status" className="text-base font-semibold empty:hidden">
          {state.ok && outcomes?.[state.message ?? '']}
        </p>
      </div>
    </form>
  );
}
