'use client';

import { FormProblem, sentence } from '@/components/store/form-problem';
import { useTypedForm } from '@/components/store/typed-form';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import type { FormState } from '@/lib/domain/form-state';

type Props = {
  locale: string;
  /** The server action that writes it down, what it is about, and the field of what the console calls it. */
  decide: (previous: FormState, form: FormData) => Promise<FormState>;
  about: { name: string; id: string };
  reference: 'internalReference' | 'requestId';
  asksPassword: boolean;
  texts: {
    found: string;
    done: string;
    notDone: string;
    reference: string;
    referenceHint: string;
    evidence: string;
    evidenceHint: string;
    reason: string;
    reasonHint: string;
    password: string;
    button: string;
    pending: string;
  };
  problems: Readonly<Record<string, string>>;
};

/** Something of which nobody knows the end: an operator looked at the gateway's console, and says what it shows. */
export function ResolveForm({ locale, decide, about, reference, asksPassword, texts, problems }: Props) {
  const { state, pending, form } = useTypedForm(decide);
  const idOf = (field: string) => `resolve-${about.id}-${field}`;
  const needsPassword = asksPassword || state.fields.password !== undefined;
  return (
    <form {...form} className="mt-4 grid max-w-md gap-4">
      <FormProblem problem={state.problem} problems={problems} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name={about.name} value={about.id} />
      <Select
        name="outcome"
        id={idOf('found')}
        label={texts.found}
        options={[
          { value: '', label: '—' },
          { value: 'done', label: texts.done },
          { value: 'not_done', label: texts.notDone },
        ]}
        defaultValue={state.values.outcome ?? ''}
        error={sentence(state.fields.outcome, problems)}
      />
      <Field
        name={reference}
        id={idOf('reference')}
        label={texts.reference}
        hint={texts.referenceHint}
        inputMode="numeric"
        autoComplete="off"
        defaultValue={state.values[reference] ?? ''}
        error={sentence(state.fields[reference], problems)}
      />
      <Field
        name="evidence"
        id={idOf('evidence')}
        label={texts.evidence}
        hint={texts.evidenceHint}
        maxLength={500}
        autoComplete="off"
        defaultValue={state.values.evidence ?? ''}
        error={sentence(state.fields.evidence, problems)}
      />
      <Field
        name="reason"
        id={idOf('reason')}
        label={texts.reason}
        hint={texts.reasonHint}
        maxLength={500}
        autoComplete="off"
        defaultValue={state.values.reason ?? ''}
        error={sentence(state.fields.reason, problems)}
      />
      {needsPassword && (
        <Field
          name="password"
          id={idOf('password')}
          type="password"
          label={texts.password}
          autoComplete="current-password"
          error={sentence(state.fields.password, problems)}
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
