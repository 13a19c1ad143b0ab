import type { ComponentProps } from 'react';
import { describe, FieldFrame, inputStyle } from './field-frame';

type Props = Omit<ComponentProps<'input'>, 'className'> & {
  name: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** Of the frame: its place in a grid. */
  className?: string;
};

/** One line of text to fill in. Its `id` is its name unless the page has two of that name. */
export function Field({ label, hint, error, className, id, ...input }: Props) {
  const key = id ?? input.name;
  return (
    <FieldFrame id={key} label={label} hint={hint} error={error} className={className}>
      <input id={key} className={inputStyle} {...describe({ id: key, hint, error })} {...input} />
    </FieldFrame>
  );
}
