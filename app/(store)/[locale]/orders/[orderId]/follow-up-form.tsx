'use client';

import { DecisionFields, type DecisionTexts } from '@/components/store/decision-fields';
import { FormProblem, sentence } from '@/components/store/form-problem';
import { HiddenInputs } from '@/components/store/hidden-inputs';
import { useTypedForm } from '@/components/store/typed-form';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { askFollowUp } from './follow-up-actions';

type Props = {
  locale: string;
  orderId: string;
  /** The internalReference of the transaction. */
  transaction: string;
  /** The operation's name. */
  name: string;
  /** Rendered by the server: a double click is one operation. */
  idemKey: string;
  /** What may be asked for, in words; null where there is nothing to choose. */
  amountHint: string | null;
  initialAmount: string;
  typedLabel: string;
  asksPassword: boolean;
  texts: DecisionTexts & {
    amount: string;
    typedHint: string;
    button: string;
    pending: string;
    outcomes: Readonly<Record<string, string>>;
  };
  problems: Readonly<Record<string, string>>;
};

/** One operation on one transaction: how much, the same once more by hand, and the password when it is due. */
export function FollowUpForm(props: Props) {
  const { locale, orderId, transaction, name, idemKey, texts, problems } = props;
  const { state, pending, form } = useTypedForm(askFollowUp);
  const idPrefix = `${name}-${transaction}`;
  return (
    <form {...form} className="mt-3 mb-4 grid max-w-md gap-4">
      <FormProblem problem={state.problem} problems={problems}>
        {state.message && (
          <p className="break-words">
            <q>{state.message}</q>
          </p>
        )}
      </FormProblem>
      <HiddenInputs values={{ locale, orderId, transaction, name, idemKey }} />
      {props.amountHint === null ? (
        <input type="hidden" name="amount" value={props.initialAmount} />
      ) : (
        <Field
          name="amount"
          id={`${idPrefix}-amount`}
          label={texts.amount}
          hint={props.amountHint}
          inputMode="decimal"
          autoComplete="off"
          defaultValue={state.values.amount ?? props.initialAmount}
          error={sentence(state.fields.amount, problems)}
          required
        />
      )}
      <Field
        name="typed"
        id={`${idPrefix}-typed`}
        label={props.typedLabel}
        hint={texts.typedHint}
        inputMode="decimal"
        autoComplete="off"
        defaultValue={state.values.typed ?? ''}
        error={sentence(state.fields.typed, problems)}
        required
      />
      <DecisionFields
        idPrefix={idPrefix}
        state={state}
        asksPassword={props.asksPassword}
        texts={texts}
        problems={problems}
      />
      <div>
        <SubmitButton pending={pending} pendingLabel={texts.pending}>
          {texts.button}
        </SubmitButton>
      </div>
      <p role="status" className="text-base font-semibold empty:hidden">
        {state.ok ? texts.outcomes[state.message ?? ''] : ''}
      </p>
    </form>
  );
}
