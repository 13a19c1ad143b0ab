'use client';

import { useActionState, useRef } from 'react';
import { useFirstProblem } from '@/components/store/first-problem';
import { FormProblem, sentence } from '@/components/store/form-problem';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { emptyForm } from '@/lib/domain/form-state';
import { signIn } from './actions';

type Props = {
  locale: string;
  to: string;
  texts: { email: string; password: string; button: string; pending: string };
  problems: Readonly<Record<string, string>>;
};

export function SignInForm({ locale, to, texts, problems }: Props) {
  const [state, submit] = useActionState(signIn, emptyForm);
  const form = useRef<HTMLFormElement>(null);
  useFirstProblem(form, state);
  return (
    <form ref={form} action={submit} noValidate className="grid gap-5">
      <FormProblem problem={state.problem} problems={problems} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="to" value={to} />
      <Field
        name="email"
        type="email"
        label={texts.email}
        autoComplete="username"
        defaultValue={state.values.email ?? ''}
        error={sentence(state.fields.email, problems)}
        required
      />
      <Field
        name="password"
        type="password"
        label={texts.password}
        autoComplete="current-password"
        error={sentence(state.fields.password, problems)}
        required
      />
      <SubmitButton pendingLabel={texts.pending}>{texts.button}</SubmitButton>
    </form>
  );
}
