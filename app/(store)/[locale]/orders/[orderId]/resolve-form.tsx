'use client';

import { DecisionFields, type DecisionTexts } from '@/components/store/decision-fields';
import { FormProblem, sentence } from '@/components/store/form-problem';
import { HiddenInputs } from '@/components/store/hidden-inputs';
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
  texts: DecisionTexts & {
    found: string;
    done: string;
    notDone: string;
    reference: string;
    referenceHint: string;
    evidence: string;
    evidenceHint: string;
    button: string;
    pending: string;
  };
  problems: Readonly<Record<string, string>>;
};

/** Something of which nobody knows the end: an operator looked at the gateway's console, and says what it shows. */
export function ResolveForm({ locale, decide, about, reference, asksPassword, texts, problems }: Props) {
  const { state, pending, form } = useTypedForm(decide);
  const idPrefix = `resolve-${about.id}`;
  return (
    <form {...form} className="mt-4 grid max-w-md gap-4">
      <FormProblem problem={state.problem} problems={problems} />
      <HiddenInputs values={{ locale, [about.name]: about.id }} />
      <Select
        name="outcome"
        id={`${idPrefix}-found`}
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
        id={`${idPrefix}-reference`}
        label={texts.reference}
        hint={texts.referenceHint}
        inputMode="numeric"
        autoComplete="off"
        defaultValue={state.values[reference] ?? ''}
        error={sentence(state.fields[reference], problems)}
      />
      <Field
        name="evidence"
        id={`${idPrefix}-evidence`}
        label={texts.evidence}
        hint={texts.evidenceHint}
        maxLength={500}
        autoComplete="off"
        defaultValue={state.values.evidence ?? ''}
        error={sentence(state.fields.evidence, problems)}
        required
      />
      <DecisionFields
        idPrefix={idPrefix}
        state={state}
        asksPassword={asksPassword}
        texts={texts}
        problems={problems}
      />
      <div>
        <SubmitButton tone="secondary" pending={pending} pendingLabel={texts.pending}>
          {texts.button}
        </SubmitButton>
      </div>
    </form>
  );
}
