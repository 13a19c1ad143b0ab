'use client';

import { useActionState } from 'react';
import { FormProblem, sentence } from '@/components/store/form-problem';
import { PaymentFailure, type Failure } from '@/components/store/payment-failure';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { emptyForm } from '@/lib/domain/form-state';
import { pay } from './actions';

type Question = {
  name: string;
  label: string;
  initial: string;
  options?: readonly { value: string; label: string }[] | undefined;
};

type Props = {
  /** What the server already knows of this payment; `attemptKey` makes a double click one attempt. */
  hidden: { locale: string; orderId: string; flow: string; attemptKey: string };
  fields: readonly Question[];
  texts: {
    button: string;
    going: string;
    hold: string;
    failures: Readonly<Record<string, Failure>>;
    gatewaySays: string;
    toOrder: string;
  };
  problems: Readonly<Record<string, string>>;
};

export function PayForm({ hidden, fields, texts, problems }: Props) {
  const [state, submit] = useActionState(pay, emptyForm);
  const failure = state.problem ? texts.failures[state.problem] : undefined;
  return (
    <form action={submit} noValidate className="grid gap-5">
      {failure ? (
        <PaymentFailure
          failure={failure}
          said={state.message}
          texts={texts}
          orderPath={`/${hidden.locale}/orders/${hidden.orderId}`}
        />
      ) : (
        <FormProblem problem={state.problem} problems={problems} />
      )}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map(({ name, label, initial, options }) => {
        const value = state.values[name] ?? initial;
        const shared = { name, label, defaultValue: value, error: sentence(state.fields[name], problems) };
        return options ? (
          <Select key={`${name}-${value}`} {...shared} options={options} />
        ) : (
          <Field key={name} {...shared} />
        );
      })}
      <SubmitButton pendingLabel={texts.going} className="text-xl sm:justify-self-start">
        {texts.button}
      </SubmitButton>
      <p className="text-base">{texts.hold}</p>
    </form>
  );
}
