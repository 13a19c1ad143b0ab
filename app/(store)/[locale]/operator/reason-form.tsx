'use client';

import { FormProblem, sentence } from '@/components/store/form-problem';
import { useTypedForm } from '@/components/store/typed-form';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import type { FormState } from '@/lib/domain/form-state';

type Props = {
  locale: string;
  /** The server action that decides, and a name for it that is one of its kind on the page. */
  decide: (previous: FormState, form: FormData) => Promise<FormState>;
  name: string;
  /** What it is about. */
  id: string;
  /** Whether the password is due. */
  asksPassword: boolean;
  texts: { reason: string; reasonHint: string; password: string; button: string; pending: string };
  problems: Readonly<Record<string, string>>;
};

/** A decision of an operator, with the reason that stays beside it for ever. */
export function ReasonForm({ locale, decide, name, id, asksPassword, texts, problems }: Props) {
  const { state, pending, form } = useTypedForm(decide);
  const needsPassword = asksPassword || state.fields.password !== undefined;
  return (
    <form {...form} className="mt-4 grid max-w-xl gap-4">
      <FormProblem problem={state.problem} problems={problems} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="id" value={id} />
      <Field
        name="reason"
        id={`${name}-reason-${id}`}
        label={texts.reason}
        hint={texts.reasonHint}
        maxLength={500}
        defaultValue={state.values.reason ?? ''}
        error={sentence(state.fields.reason, problems)}
        autoComplete="off"
        required
      />
      {needsPassword && (
        <Field
          name="password"
          id={`${name}-password-${id}`}
          type="password"
          label={texts.password}
          autoComplete="current-password"
          error={sentence(state.fields.password, problems)}
          required
        />
      )}
      <div>
        <SubmitButton tone="secondary" pending={pending} pendingLabel={texts.pending}>
          {texts.button}
        </SubmitButton>
      </div>
    </form>
  );
}
