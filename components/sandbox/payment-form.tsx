'use client';

import { useActionState, useEffect, useRef, type ReactNode } from 'react';
import { pageTexts, type PageLanguage } from '@/lib/sandbox/dictionaries/page';
import { Button } from './button';
import { useFramed } from './frame';
import { untouched, type FormAction, type FormState } from './form-state';

/** Which session a form is about: hidden fields, because without JavaScript nothing else travels. */
export type Place = { requestId: number; sessionKey: string; language: PageLanguage };

type Props = {
  action: FormAction;
  place: Place;
  submit: string;
  children: (state: FormState) => ReactNode;
};

/** A form of the page: works as a plain post, and with JavaScript keeps the focus where the problem is. */
export function PaymentForm({ action, place, submit, children }: Props) {
  const [state, send, sending] = useActionState(action, untouched);
  const framed = useFramed();
  const form = useRef<HTMLFormElement>(null);
  const texts = pageTexts[place.language];
  useEffect(() => {
    if (state.problem) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [state]);
  return (
    <form ref={form} action={send} noValidate className="mt-6 grid gap-5">
      <input type="hidden" name="requestId" value={place.requestId} />
      <input type="hidden" name="key" value={place.sessionKey} />
      <input type="hidden" name="lang" value={place.language} />
      {framed && <input type="hidden" name="frame" value="1" />}
      {state.problem && (
        <p role="alert" className="border-bad text-bad rounded-lg border-2 p-3 font-medium">
          {texts.problems[state.problem]}
        </p>
      )}
      {children(state)}
      <Button disabled={sending}>{sending ? texts.card.paying : submit}</Button>
    </form>
  );
}
