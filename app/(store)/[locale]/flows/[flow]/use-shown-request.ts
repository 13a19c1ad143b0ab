'use client';

import { useEffect, useRef, useState, type FormEvent } from 'react';
import { emptyForm, type FormState } from '@/lib/domain/form-state';

type Input = {
  /** Answers with the request as text, or with what is wrong. */
  ask: (previous: FormState, form: FormData) => Promise<FormState>;
  /** The last answer to the form itself: without JavaScript it brings the request. */
  answered: FormState;
  body: string | null;
};

/** Long enough for a word to be finished, short enough to be seen changing. Milliseconds. */
const pause = 250;

/** The request that the form makes, as it changes: asked for a moment after each change, the last question counts. */
export function useShownRequest({ ask, answered, body }: Input) {
  const [live, setLive] = useState<FormState | null>(null);
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
      if (answer) setLive(answer);
    }, pause);
  }
  const told = live ?? (answered === emptyForm ? null : answered);
  const isWrong = told !== null && Object.keys(told.fields).length > 0;
  return {
    onInput,
    busy,
    fields: told?.fields ?? {},
    body: isWrong ? null : ((live ? live.message : shownBy(answered)) ?? body),
  };
}

/** The form answers a wish to see with no problem and the request; with a problem, the message is the gateway's. */
function shownBy({ problem, message }: FormState): string | undefined {
  return problem === null ? message : undefined;
}
