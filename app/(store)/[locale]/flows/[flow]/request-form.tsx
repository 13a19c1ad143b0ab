'use client';

import type { ReactNode } from 'react';
import type { Question } from '@/components/store/answer-field';
import { sentence } from '@/components/store/form-problem';
import { HiddenInputs } from '@/components/store/hidden-inputs';
import { PaymentProblem, type PaymentTexts } from '@/components/store/payment-problem';
import { RequestView } from '@/components/store/request-view';
import type { useTypedForm } from '@/components/store/typed-form';
import { buttonStyle } from '@/components/ui/button';
import { SubmitButton } from '@/components/ui/submit-button';
import type { FormState } from '@/lib/domain/form-state';
import type { ShownRequest } from './shown-request';
import { useShownRequest } from './use-shown-request';

export type RequestTexts = PaymentTexts & {
  answers: string;
  button: string;
  going: string;
  show: string;
  another: string;
  request: Parameters<typeof RequestView>[0]['texts'];
};

type Props = {
  typed: ReturnType<typeof useTypedForm>;
  /** Answers with the request as it stands, or with what is wrong. */
  ask: (previous: FormState, form: FormData) => Promise<FormState>;
  /** The request of the answers that the form begins with. */
  first: ShownRequest | null;
  hidden: Readonly<Record<string, string>>;
  /** Everything that `children` ask. */
  questions: readonly Question[];
  /** Whether there is a button that sends it; anybody may look. */
  maySend: boolean;
  /** Where a failure leads. */
  orderPath: string;
  texts: RequestTexts;
  problems: Readonly<Record<string, string>>;
  children: ReactNode;
};

/** Questions on one side, on the other the request that the answers make, and the button that sends it. */
export function RequestForm(props: Props) {
  const { typed, hidden, questions, maySend, orderPath, texts, problems, children } = props;
  const { state, pending, form } = typed;
  const shown = useShownRequest({ ask: props.ask, answered: state, first: props.first });
  const wrong = Object.entries(shown.fields).map(([name, problem]) => {
    const label = questions.find((question) => question.name === name)?.label;
    return [label, sentence(problem, problems)].filter(Boolean).join(': ');
  });
  return (
    <form
      {...form}
      {...shown.form}
      className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]"
    >
      <div className="grid content-start gap-6">
        <PaymentProblem state={state} texts={texts} problems={problems} orderPath={orderPath} />
        <HiddenInputs values={hidden} />
        {children}
        <div className="flex flex-wrap items-center gap-3">
          {maySend && (
            <SubmitButton pending={pending} pendingLabel={texts.going} className="text-xl">
              {texts.button}
            </SubmitButton>
          )}
          <noscript>
            <button name="intent" value="show" className={buttonStyle('secondary')}>
              {texts.show}
            </button>
          </noscript>
        </div>
        {maySend && <p className="text-base">{texts.another}</p>}
      </div>
      <div className="min-w-0 lg:sticky lg:top-6 lg:self-start" aria-live="polite" aria-busy={shown.busy}>
        <RequestView shown={shown.request} wrong={wrong} texts={texts.request} />
      </div>
    </form>
  );
}
