'use client';

import { AnswerField, valueOf, type Question } from '@/components/store/answer-field';
import { FormProblem, sentence } from '@/components/store/form-problem';
import { OpeningChoice, type OpeningTexts } from '@/components/store/opening-choice';
import { useTypedForm } from '@/components/store/typed-form';
import { useOpened } from '@/components/store/use-opened';
import { PaymentFailure, type Failure } from '@/components/store/payment-failure';
import { SubmitButton } from '@/components/ui/submit-button';
import { pay } from './actions';

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
        <FormProblem problem={state.problem} problems={problems}>
          {state.fields.flow && <p>{sentence(state.fields.flow, problems)}</p>}
        </FormProblem>
      )}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map((question) => (
        <AnswerField
          key={question.name}
          question={question}
          value={valueOf(question, state.values)}
          error={sentence(state.fields[question.name], problems)}
        />
      ))}
      <OpeningChoice texts={texts.opening} chosen={state.values.opening} />
      <SubmitButton pending={pending} pendingLabel={texts.going} className="text-xl sm:justify-self-start">
        {texts.button}
      </SubmitButton>
      <p className="text-base">{texts.hold}</p>
    </form>
  );
}
