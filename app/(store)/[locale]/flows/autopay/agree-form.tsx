'use client';

import { AnswerField, valueOf, type Question } from '@/components/store/answer-field';
import { FormProblem, sentence } from '@/components/store/form-problem';
import { PaymentFailure, type Failure } from '@/components/store/payment-failure';
import { RequestView } from '@/components/store/request-view';
import { useTypedForm } from '@/components/store/typed-form';
import { buttonStyle } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import type { ShownRequest } from '../[flow]/shown-request';
import { useShownRequest } from '../[flow]/use-shown-request';
import { agree, showMandateRequest } from './actions';

type Props = {
  hidden: { locale: string; attemptKey: string };
  questions: readonly Question[];
  /** What somebody without an account is told in place of the button. */
  guest: { text: string; link: string } | null;
  texts: {
    answers: string;
    button: string;
    going: string;
    show: string;
    another: string;
    request: Parameters<typeof RequestView>[0]['texts'];
    failures: Readonly<Record<string, Failure>>;
    gatewaySays: string;
    toOrder: string;
  };
  problems: Readonly<Record<string, string>>;
  /** The request of the answers that the form begins with. */
  first: ShownRequest | null;
};

/** The terms, the request they make, and the button that takes them to the gateway. */
export function AgreeForm({ hidden, questions, guest, texts, problems, first }: Props) {
  const { state, pending, form } = useTypedForm(agree);
  const shown = useShownRequest({ ask: showMandateRequest, answered: state, first });
  const wrong = questions.flatMap(({ name, label }) =>
    shown.fields[name] ? [`${label}: ${sentence(shown.fields[name], problems)}`] : [],
  );
  const failure = state.problem ? texts.failures[state.problem] : undefined;
  const { locale } = hidden;
  return (
    <form
      {...form}
      {...shown.form}
      className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]"
    >
      <div className="grid content-start gap-6">
        {failure ? (
          <PaymentFailure
            failure={failure}
            said={state.message}
            texts={texts}
            orderPath={`/${locale}/mandates`}
          />
        ) : (
          <FormProblem problem={state.problem} problems={problems} />
        )}
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <fieldset className="grid gap-x-5 gap-y-4 sm:grid-cols-2">
          <legend className="mb-3 text-xl font-bold">{texts.answers}</legend>
          {questions.map((question) => (
            <AnswerField
              key={question.name}
              question={question}
              value={valueOf(question, state.values)}
              error={sentence(state.fields[question.name], problems)}
            />
          ))}
        </fieldset>
        {guest && (
          <Notice>
            <p>{guest.text}</p>
            <a href={`/${locale}/sign-in?to=flows/autopay`} className={buttonStyle('primary', 'mt-3')}>
              {guest.link}
            </a>
          </Notice>
        )}
        <div className="flex flex-wrap items-center gap-3">
          {!guest && (
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
        {!guest && <p className="text-base">{texts.another}</p>}
      </div>
      <div className="min-w-0 lg:sticky lg:top-6 lg:self-start" aria-live="polite" aria-busy={shown.busy}>
        <RequestView shown={shown.request} wrong={wrong} texts={texts.request} />
      </div>
    </form>
  );
}
