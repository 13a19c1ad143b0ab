import { Field } from '@/components/ui/field';
import type { FormState } from '@/lib/domain/form-state';
import { sentence } from './form-problem';

export type DecisionTexts = { reason: string; reasonHint: string; password: string };

type Props = {
  /** Begins the ids: one of its kind on the page. */
  idPrefix: string;
  state: FormState;
  /** Whether the password is due; the server may ask for it as well. */
  asksPassword: boolean;
  texts: DecisionTexts;
  problems: Readonly<Record<string, string>>;
};

/** What every decision of an operator ends with: why, and the password when it is due. */
export function DecisionFields({ idPrefix, state, asksPassword, texts, problems }: Props) {
  const needsPassword = asksPassword || state.fields.password !== undefined;
  return (
    <>
      <Field
        name="reason"
        id={`${idPrefix}-reason`}
        label={texts.reason}
        hint={texts.reasonHint}
        maxLength={500}
        autoComplete="off"
        defaultValue={state.values.reason ?? ''}
        error={sentence(state.fields.reason, problems)}
        required
      />
      {needsPassword && (
        <Field
          name="password"
          id={`${idPrefix}-password`}
          type="password"
          label={texts.password}
          autoComplete="current-password"
          error={sentence(state.fields.password, problems)}
          required
        />
      )}
    </>
  );
}
