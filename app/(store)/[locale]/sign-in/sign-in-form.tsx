'use client';

import { FormProblem, sentence } from '@/components/store/form-problem';
import { useTypedForm } from '@/components/store/typed-form';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { signIn } from './actions';

type Props = {
  locale: string;
  to: string;
  texts: { email: string; password: string; button: string; pending: string };
  problems: Readonly<Record<string, string>>;
};

export function SignInForm({ locale, to, texts, problems }: Props) {
  const { state, pending, form } = useTypedForm(signIn);
  return (
    <form {...form} className="grid gap-5">
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
      <SubmitButton pending={pending} pendingLabel={texts.pending}>
        {texts.button}
      </SubmitButton>
    </form>
  );
}
