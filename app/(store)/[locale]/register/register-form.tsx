'use client';

import { useActionState, useRef } from 'react';
import { useFirstProblem } from '@/components/store/first-problem';
import { FormProblem, sentence } from '@/components/store/form-problem';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { emptyForm } from '@/lib/domain/form-state';
import { register } from './actions';

type Props = {
  locale: string;
  to: string;
  texts: {
    name: string;
    email: string;
    password: string;
    passwordHint: string;
    button: string;
    pending: string;
  };
  problems: Readonly<Record<string, string>>;
};

export function RegisterForm({ locale, to, texts, problems }: Props) {
  const [state, submit] = useActionState(register, emptyForm);
  const form = useRef<HTMLFormElement>(null);
  useFirstProblem(form, state);
  const field = (name: 'name' | 'email' | 'password') => ({
    name,
    label: texts[name],
    error: sentence(state.fields[name], problems),
    required: true,
  });
  return (
    <form ref={form} action={submit} noValidate className="grid gap-5">
      <FormProblem problem={state.problem} problems={problems} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="to" value={to} />
      <Field {...field('name')} autoComplete="name" defaultValue={state.values.name ?? ''} />
      <Field {...field('email')} type="email" autoComplete="username" defaultValue={state.values.email ?? ''} />
      <Field {...field('password')} type="password" autoComplete="new-password" hint={texts.passwordHint} />
      <SubmitButton pendingLabel={texts.pending}>{texts.button}</SubmitButton>
    </form>
  );
}
