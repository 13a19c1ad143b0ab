'use client';

import type { ComponentProps } from 'react';
import { useFormStatus } from 'react-dom';
import { Button, type ButtonTone } from './button';

type Props = Omit<ComponentProps<'button'>, 'type'> & {
  tone?: ButtonTone;
  /** What the button says while its form is on its way. */
  pendingLabel: string;
  /** Whether the form is on its way, where React does not know it by itself. */
  pending?: boolean;
};

/** The button of a form: it answers to one press at a time, and keeps the focus while it waits. */
export function SubmitButton({ pendingLabel, pending: sent, children, ...button }: Props) {
  const status = useFormStatus();
  const pending = sent ?? status.pending;
  return (
    <Button
      {...button}
      aria-disabled={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault();
      }}
    >
      {pending ? pendingLabel : children}
    </Button>
  );
}
