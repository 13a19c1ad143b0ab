'use client';

import { FormProblem, sentence } from '@/components/store/form-problem';
import { OpeningChoice, type OpeningTexts } from '@/components/store/opening-choice';
import { useOpened } from '@/components/store/use-opened';
import { useTypedForm } from '@/components/store/typed-form';
import { PaymentFailure, type Failure } from '@/components/store/payment-failure';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
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
    opening: OpeningTexts;
  };
  problems: Readonly<Record<string, string>>;
};

export function PayForm({ hidden, fields, texts, problems }: Props) {
  const { state, pending, form } = useTypedForm(pay);
  useOpened(state);
  const failure = state.problem ? texts.failures[state.problem] : undefined;
  return (
    <form {...form} className="grid gap-5">
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
          <Select key={name} {...shared} options={options} />
        ) : (
          <Field key={name} {...shared} />
        );
      })}
      <OpeningChoice texts={texts.opening} chosen={state.values.opening} />
      <SubmitButton pending={pending} pendingLabel={texts.going} className="text-xl sm:justify-self-start">
        {texts.button}
      </SubmitButton>
      <p className="text-base">{texts.hold}</p>
    </form>
  );
}
