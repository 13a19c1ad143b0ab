'use client';

import { FormProblem, sentence } from '@/components/store/form-problem';
import { useTypedForm } from '@/components/store/typed-form';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
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
  const { state, pending, form } = useTypedForm(register);
  const field = (name: 'name' | 'email' | 'password') => ({
    name,
    label: texts[name],
    error: sentence(state.fields[name], problems),
    required: true,
  });
  return (
    <form {...form} className="grid gap-5">
      <FormProblem problem={state.problem} problems={problems} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="to" value={to} />
      <Field {...field('name')} autoComplete="name" defaultValue={state.values.name ?? ''} />
      <Field
        {...field('email')}
        type="email"
        autoComplete="username"
        defaultValue={state.values.email ?? ''}
      />
      <Field {...field('password')} type="password" autoComplete="new-password" hint={texts.passwordHint} />
      <SubmitButton pending={pending} pendingLabel={texts.pending}>
        {texts.button}
      </SubmitButton>
    </form>
  );
}
