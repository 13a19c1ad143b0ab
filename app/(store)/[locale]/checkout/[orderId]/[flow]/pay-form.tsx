'use client';

import { AnswerFields, type Question } from '@/components/store/answer-field';
import { HiddenInputs } from '@/components/store/hidden-inputs';
import { OpeningChoice, type OpeningTexts } from '@/components/store/opening-choice';
import { PaymentProblem, type PaymentTexts } from '@/components/store/payment-problem';
import { useTypedForm } from '@/components/store/typed-form';
import { useOpened } from '@/components/store/use-opened';
import { SubmitButton } from '@/components/ui/submit-button';
import { pay } from './actions';

type Props = {
  /** What the server already knows of this payment; `attemptKey` makes a double click one attempt. */
  hidden: { locale: string; orderId: string; flow: string; attemptKey: string };
  fields: readonly Question[];
  texts: PaymentTexts & {
    button: string;
    going: string;
    hold: string;
    opening: OpeningTexts;
  };
  problems: Readonly<Record<string, string>>;
};

export function PayForm({ hidden, fields, texts, problems }: Props) {
  const { state, pending, form } = useTypedForm(pay);
  useOpened(state);
  return (
    <form {...form} className="grid gap-5">
      <PaymentProblem
        state={state}
        texts={texts}
        problems={problems}
        orderPath={`/${hidden.locale}/orders/${hidden.orderId}`}
      />
      <HiddenInputs values={hidden} />
      <AnswerFields questions={fields} state={state} problems={problems} />
      <OpeningChoice texts={texts.opening} chosen={state.values.opening} />
      <SubmitButton pending={pending} pendingLabel={texts.going} className="text-xl sm:justify-self-start">
        {texts.button}
      </SubmitButton>
      <p className="text-base">{texts.hold}</p>
    </form>
  );
}
