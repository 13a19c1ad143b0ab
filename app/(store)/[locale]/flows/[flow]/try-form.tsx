'use client';

import type { ReactNode } from 'react';
import { AnswerFields, type Question } from '@/components/store/answer-field';
import { OpeningChoice, type OpeningTexts } from '@/components/store/opening-choice';
import { useOpened } from '@/components/store/use-opened';
import { useTypedForm } from '@/components/store/typed-form';
import { showRequest, tryFlow } from './actions';
import { RequestForm, type RequestTexts } from './request-form';
import type { ShownRequest } from './shown-request';

type Group = { title: string; questions: readonly Question[] };

type Props = {
  hidden: { locale: string; flow: string; attemptKey: string };
  questions: readonly Question[];
  groups: readonly Group[];
  texts: RequestTexts & {
    noQuestions: string;
    optionsTitle: string;
    optionsIntro: string;
    opening: OpeningTexts;
  };
  problems: Readonly<Record<string, string>>;
  /** The request of the answers that the form begins with. */
  first: ShownRequest | null;
};

/** The flow's questions, every option, the request they make, and the button that sends it. */
export function TryForm({ questions, groups, ...shared }: Props) {
  const { hidden, texts, problems } = shared;
  const typed = useTypedForm(tryFlow);
  const { state } = typed;
  useOpened(state);
  return (
    <RequestForm
      {...shared}
      typed={typed}
      ask={showRequest}
      questions={[...questions, ...groups.flatMap((group) => group.questions)]}
      maySend
      orderPath={`/${hidden.locale}/orders`}
    >
      <fieldset className="grid gap-4">
        <legend className="mb-3 text-xl font-bold">{texts.answers}</legend>
        {questions.length === 0 && <p className="text-base">{texts.noQuestions}</p>}
        <AnswerFields questions={questions} state={state} problems={problems} />
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
            <AnswerFields questions={group.questions} state={state} problems={problems} />
          </OptionGroup>
        ))}
      </section>
      <OpeningChoice texts={texts.opening} chosen={state.values.opening} />
    </RequestForm>
  );
}

/** Folded until somebody looks, or until something in it is wrong. */
function OptionGroup({ title, open, children }: { title: string; open: boolean; children: ReactNode }) {
  return (
    <details open={open || undefined} className="border-mist rounded-2xl border-2 px-5 py-1">
      <summary className="min-h-11 py-2 font-semibold">{title}</summary>
      <div className="grid gap-4 pt-2 pb-5 sm:grid-cols-2">{children}</div>
    </details>
  );
}
