'use client';

import { useEffect, type RefObject } from 'react';

/** After an answer that names wrong fields, the first of them has the focus. */
export function useFirstProblem(form: RefObject<HTMLFormElement | null>, answer: unknown) {
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [form, answer]);
}
