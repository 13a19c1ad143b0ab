'use client';

import { FormProblem, sentence } from '@/components/store/form-problem';
import { useTypedForm } from '@/components/store/typed-form';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { renameCard } from './actions';

type Props = {
  hidden: { locale: string; cardId: string };
  nickname: string;
  texts: { label: string; hint: string; save: string; saving: string; saved: string };
  problems: Readonly<Record<string, string>>;
};

/** What its owner calls a card. */
export function NameForm({ hidden, nickname, texts, problems }: Props) {
  const { state, pending, form } = useTypedForm(renameCard);
  const wrong = Object.keys(state.fields).length > 0;
  return (
    <form {...form} className="grid max-w-md gap-3">
      {!wrong && <FormProblem problem={state.problem} problems={problems} />}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Field
        name="nickname"
        label={texts.label}
        hint={texts.hint}
        error={sentence(state.fields.nickname, problems)}
        defaultValue={state.values.nickname ?? nickname}
        maxLength={40}
        autoComplete="off"
      />
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton tone="secondary" pending={pending} pendingLabel={texts.saving}>
          {texts.save}
        </SubmitButton>
        <p role="status" className="font-semibold">
          {state.ok && texts.saved}
        </p>
      </div>
    </form>
  );
}
