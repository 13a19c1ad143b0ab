'use client';

import { AnswerField, valueOf, type Question } from '@/components/store/answer-field';
import { FormProblem, sentence } from '@/components/store/form-problem';
import { OpeningChoice, type OpeningTexts } from '@/components/store/opening-choice';
import { PaymentFailure, type Failure } from '@/components/store/payment-failure';
import { RequestView } from '@/components/store/request-view';
import { useOpened } from '@/components/store/use-opened';
import { useTypedForm } from '@/components/store/typed-form';
import { buttonStyle } from '@/components/ui/button';
import { SubmitButton } from '@/components/ui/submit-button';
import { showRequest, tryFlow } from './actions';
import type { ShownRequest } from './shown-request';
import { useShownRequest } from './use-shown-request';

type Group = { title: string; questions: readonly Question[] };

type Props = {
  hidden: { locale: string; flow: string; attemptKey: string };
  questions: readonly Question[];
  groups: readonly Group[];
  texts: {
    answers: string;
    noQuestions: string;
    button: string;
    going: string;
    show: string;
    another: string;
    optionsTitle: string;
    optionsIntro: string;
    request: Parameters<typeof RequestView>[0]['texts'];
    opening: OpeningTexts;
    failures: Readonly<Record<string, Failure>>;
    gatewaySays: string;
    toOrder: string;
  };
  problems: Readonly<Record<string, string>>;
  /** The request of the answers that the form begins with. */
  first: ShownRequest | null;
};

/** The flow's questions, every option, the request they make, and the button that sends it. */
export function TryForm({ hidden, questions, groups, texts, problems, first }: Props) {
  const { state, pending, form } = useTypedForm(tryFlow);
  const shown = useShownRequest({ ask: showRequest, answered: state, first });
  useOpened(state);
  const all = [...questions, ...groups.flatMap((group) => group.questions)];
  const wrong = Object.entries(shown.fields).map(([name, problem]) => {
    const label = all.find((question) => question.name === name)?.label;
    const words = sentence(problem, problems) ?? '';
    return label ? `${label}: ${words}` : words;
  });
  const failure = state.problem ? texts.failures[state.problem] : undefined;
  const draw = (question: Question) => (
    <AnswerField
      key={question.name}
      question={question}
      value={valueOf(question, state.values)}
      error={sentence(state.fields[question.name], problems)}
    />
  );
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
            orderPath={`/${hidden.locale}/orders`}
          />
        ) : (
          <FormProblem problem={state.problem} problems={problems}>
            {state.fields.flow && <p>{sentence(state.fields.flow, problems)}</p>}
          </FormProblem>
        )}
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <fieldset className="grid gap-4">
          <legend className="mb-3 text-xl font-bold">{texts.answers}</legend>
          {questions.length === 0 ? <p className="text-base">{texts.noQuestions}</p> : questions.map(draw)}
        </fieldset>
        <section aria-labelledby="options" className="grid gap-3">
          <h3 id="options" className="text-xl font-bold">
            {texts.optionsTitle}
          </h3>
          <p className="text-base">{texts.optionsIntro}</p>
          {groups.map((group) => (
            <OptionGroup
              key={group.title}
              title={group.title}
              open={group.questions.some(({ name }) => state.fields[name] !== undefined)}
            >
              {group.questions.map(draw)}
            </OptionGroup>
          ))}
        </section>
        <OpeningChoice texts={texts.opening} chosen={state.values.opening} />
        <div className="flex flex-wrap items-center gap-3">
          <SubmitButton pending={pending} pendingLabel={texts.going} className="text-xl">
            {texts.button}
          </SubmitButton>
          <noscript>
            <button name="intent" value="show" className={buttonStyle('secondary')}>
              {texts.show}
            </button>
          </noscript>
        </div>
        <p className="text-base">{texts.another}</p>
      </div>
      <div className="min-w-0 lg:sticky lg:top-6 lg:self-start" aria-live="polite" aria-busy={shown.busy}>
        <RequestView shown={shown.request} wrong={wrong} texts={texts.request} />
      </div>
    </form>
  );
}

/** Folded until somebody looks, or until something in it is wrong. */
function OptionGroup({ title, open, children }: { title: string; open: boolean; children: React.ReactNode }) {
  return (
    <details open={open || undefined} className="border-mist rounded-2xl border-2 px-5 py-1">
      <summary className="min-h-11 py-2 font-semibold">{title}</summary>
      <div className="grid gap-4 pt-2 pb-5 sm:grid-cols-2">{children}</div>
    </details>
  );
}
