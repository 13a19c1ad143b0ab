'use client';

import { FormProblem, sentence } from '@/components/store/form-problem';
import { PaymentFailure, type Failure } from '@/components/store/payment-failure';
import { useTypedForm } from '@/components/store/typed-form';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { payWithCard } from './actions';

type Option = { value: string; label: string };

type Props = {
  /** `attemptKey` makes a double click one charge. */
  hidden: { locale: string; orderId: string; flow: string; attemptKey: string };
  /** The first is the one that is offered. */
  cards: readonly Option[];
  /** None where the country has no instalments. */
  installments: readonly Option[];
  texts: {
    cards: string;
    installments: string;
    installmentsHint: string;
    cvv: string;
    cvvHint: string;
    button: string;
    doing: string;
    once: string;
    failures: Readonly<Record<string, Failure>>;
    gatewaySays: string;
    toOrder: string;
  };
  problems: Readonly<Record<string, string>>;
};

/** A kept card, and the button that charges or holds it. The security code goes no further than this one request. */
export function CardPayForm({ hidden, cards, installments, texts, problems }: Props) {
  const { state, pending, form } = useTypedForm(payWithCard);
  const failure = state.problem ? texts.failures[state.problem] : undefined;
  const [only] = cards;
  return (
    <form {...form} className="mt-4 grid gap-4">
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
      {cards.length === 1 && only ? (
        <input type="hidden" name="cardId" value={only.value} />
      ) : (
        <Select name="cardId" label={texts.cards} options={cards} defaultValue={state.values.cardId} />
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        {installments.length > 0 && (
          <Select
            name="installments"
            label={texts.installments}
            hint={texts.installmentsHint}
            options={installments}
            error={sentence(state.fields.installments, problems)}
            defaultValue={state.values.installments}
          />
        )}
        <Field
          name="cvv"
          label={texts.cvv}
          hint={texts.cvvHint}
          error={sentence(state.fields.cvv, problems)}
          type="password"
          inputMode="numeric"
          autoComplete="cc-csc"
          maxLength={4}
        />
      </div>
      <SubmitButton pending={pending} pendingLabel={texts.doing} className="text-xl sm:justify-self-start">
        {texts.button}
      </SubmitButton>
      <p className="text-base">{texts.once}</p>
    </form>
  );
}
