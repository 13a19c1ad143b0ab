import type { FormState } from '@/lib/domain/form-state';
import { FormProblem, sentence } from './form-problem';
import { PaymentFailure, type Failure } from './payment-failure';

export type PaymentTexts = {
  failures: Readonly<Record<string, Failure>>;
  gatewaySays: string;
  toOrder: string;
};

type Props = {
  state: FormState;
  texts: PaymentTexts;
  problems: Readonly<Record<string, string>>;
  orderPath: string;
};

/** What went wrong with a form that leads to a payment page: all that is known of a failure, or a sentence of the form. */
export function PaymentProblem({ state: { problem, message, fields }, texts, problems, orderPath }: Props) {
  const failure = problem ? texts.failures[problem] : undefined;
  if (failure) return <PaymentFailure failure={failure} said={message} texts={texts} orderPath={orderPath} />;
  return (
    <FormProblem problem={problem} problems={problems}>
      {fields.flow && <p>{sentence(fields.flow, problems)}</p>}
    </FormProblem>
  );
}
