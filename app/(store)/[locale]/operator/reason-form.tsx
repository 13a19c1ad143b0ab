'use client';

import { DecisionFields, type DecisionTexts } from '@/components/store/decision-fields';
import { FormProblem } from '@/components/store/form-problem';
import { HiddenInputs } from '@/components/store/hidden-inputs';
import { useTypedForm } from '@/components/store/typed-form';
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
  texts: DecisionTexts & { button: string; pending: string };
  problems: Readonly<Record<string, string>>;
};

/** A decision of an operator, with the reason that stays beside it for ever. */
export function ReasonForm({ locale, decide, name, id, asksPassword, texts, problems }: Props) {
  const { state, pending, form } = useTypedForm(decide);
  return (
    <form {...form} className="mt-4 grid max-w-xl gap-4">
      <FormProblem problem={state.problem} problems={problems} />
      <HiddenInputs values={{ locale, id }} />
      <DecisionFields
        idPrefix={`${name}-${id}`}
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
