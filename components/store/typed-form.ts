'use client';

import { startTransition, useActionState, useEffect, useRef, type FormEvent } from 'react';
import { emptyForm, type FormState } from '@/lib/domain/form-state';

/**
 * A form whose answer never takes away what is being typed. React empties a form that it has submitted by `action`,
 * with what was typed since; so with JavaScript the form is sent from `onSubmit`, and without it by `action`. After an
 * answer that names wrong fields the first of them has the focus. One sending at a time, and a password is typed anew
 * for each; what a password manager filled in before the first stays.
 */
export function useTypedForm(action: (previous: FormState, form: FormData) => Promise<FormState>) {
  const [state, send, pending] = useActionState(action, emptyForm);
  const ref = useRef<HTMLFormElement>(null);
  const sent = useRef(false);
  useEffect(() => {
    if (state === emptyForm) return;
    sent.current = false;
    for (const secret of ref.current?.querySelectorAll('input[type="password"]') ?? [])
      if (secret instanceof HTMLInputElement) secret.value = '';
    if (Object.keys(state.fields).length > 0)
      ref.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [state]);
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (sent.current) return;
    sent.current = true;
    const { nativeEvent, currentTarget } = event;
    const submitter = nativeEvent instanceof SubmitEvent ? nativeEvent.submitter : null;
    const form = new FormData(currentTarget, submitter);
    startTransition(() => send(form));
  }
  return { state, pending, form: { ref, action: send, onSubmit, noValidate: true } };
}
