'use client';

import { useEffect, useRef, useState, type FormEvent } from 'react';
import { emptyForm, type FormState } from '@/lib/domain/form-state';
import type { ShownRequest } from './shown-request';

type Input = {
  /** Answers with the request as text, or with what is wrong. */
  ask: (previous: FormState, form: FormData) => Promise<FormState>;
  /** The last answer to the form itself: without JavaScript it brings the request. */
  answered: FormState;
  /** Of the answers that the form begins with. */
  first: ShownRequest | null;
};

/** Long enough for a word to be finished, short enough to be seen changing. Milliseconds. */
const pause = 250;

/** The request that the form makes, as it changes: asked for a moment after each change, the last question counts. */
export function useShownRequest({ ask, answered, first }: Input) {
  const [live, setLive] = useState<{ answer: FormState; after: FormState } | null>(null);
  const [busy, setBusy] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);
  function onInput({ currentTarget }: FormEvent<HTMLFormElement>) {
    clearTimeout(timer.current);
    timer.current = setTimeout(async () => {
      const question = (asked.current += 1);
      setBusy(true);
      // A failed question leaves what was shown: the form itself still works.
      const answer = await ask(emptyForm, new FormData(currentTarget)).catch(() => null);
      if (question !== asked.current) return;
      setBusy(false);
      if (answer) setLive({ answer, after: answered });
    }, pause);
  }
  // What was asked before the form was sent is older than the form's answer, however late it arrives.
  const told = live?.after === answered ? live.answer : answered;
  const isWrong = Object.keys(told.fields).length > 0;
  // The sending answers for what was typed last, and after it the page may be on its way to the gateway.
  const onSubmitCapture = () => clearTimeout(timer.current);
  return {
    form: { onInput, onSubmitCapture },
    busy,
    fields: told.fields,
    request: isWrong ? null : (shownBy(told) ?? first),
  };
}

/** The answer to a wish to see has no problem and brings the request; with a problem, the message is the gateway's. */
function shownBy({ problem, message }: FormState): ShownRequest | null {
  return problem === null && message?.startsWith('{') ? JSON.parse(message) : null;
}
