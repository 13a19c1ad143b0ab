'use client';

import { FormProblem, sentence } from '@/components/store/form-problem';
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
  texts: {
    amount: string;
    typedHint: string;
    reason: string;
    reasonHint: string;
    password: string;
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
  const idOf = (field: string) => `${name}-${transaction}-${field}`;
  const needsPassword = props.asksPassword || state.fields.password !== undefined;
  return (
    <form {...form} className="mt-3 mb-4 grid max-w-md gap-4">
      <FormProblem problem={state.problem} problems={problems}>
        {state.message && <p className="break-words">«{state.message}»</p>}
      </FormProblem>
      {Object.entries({ locale, orderId, transaction, name, idemKey }).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      {props.amountHint === null ? (
        <input type="hidden" name="amount" value={props.initialAmount} />
      ) : (
        <Field
          name="amount"
          id={idOf('amount')}
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
        id={idOf('typed')}
        label={props.typedLabel}
        hint={texts.typedHint}
        inputMode="decimal"
        autoComplete="off"
        defaultValue={state.values.typed ?? ''}
        error={sentence(state.fields.typed, problems)}
        required
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
        required
      />
      {needsPassword && (
        <Field
          name="password"
          id={idOf('password')}
          type="password"
          label={texts.password}
          autoComplete="current-password"
          error={sentence(state.fields.password, problems)}
          required
        />
      )}
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
