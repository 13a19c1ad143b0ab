'use client';

import { AnswerFields, type Question } from '@/components/store/answer-field';
import { useTypedForm } from '@/components/store/typed-form';
import { buttonStyle } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { RequestForm, type RequestTexts } from '../[flow]/request-form';
import type { ShownRequest } from '../[flow]/shown-request';
import { agree, showMandateRequest } from './actions';

type Props = {
  hidden: { locale: string; attemptKey: string };
  questions: readonly Question[];
  /** What somebody without an account is told in place of the button. */
  guest: { text: string; link: string } | null;
  texts: RequestTexts;
  problems: Readonly<Record<string, string>>;
  /** The request of the answers that the form begins with. */
  first: ShownRequest | null;
};

/** The terms, the request they make, and the button that takes them to the gateway. */
export function AgreeForm({ guest, ...shared }: Props) {
  const { hidden, questions, texts, problems } = shared;
  const typed = useTypedForm(agree);
  return (
    <RequestForm
      {...shared}
      typed={typed}
      ask={showMandateRequest}
      maySend={guest === null}
      orderPath={`/${hidden.locale}/mandates`}
    >
      <fieldset className="grid gap-x-5 gap-y-4 sm:grid-cols-2">
        <legend className="mb-3 text-xl font-bold">{texts.answers}</legend>
        <AnswerFields questions={questions} state={typed.state} problems={problems} />
      </fieldset>
      {guest && (
        <Notice>
          <p>{guest.text}</p>
          <a href={`/${hidden.locale}/sign-in?to=flows/autopay`} className={buttonStyle('primary', 'mt-3')}>
            {guest.link}
          </a>
        </Notice>
      )}
    </RequestForm>
  );
}
