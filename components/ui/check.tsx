import type { ComponentProps } from 'react';
import { describe } from './field-frame';

type Props = Omit<ComponentProps<'input'>, 'className' | 'type'> & {
  name: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
};

/** Yes or no. The whole line is the target. */
export function Check({ label, hint, error, id, ...input }: Props) {
  const key = id ?? input.name;
  return (
    <div className="grid content-start gap-1">
      <label htmlFor={key} className="flex min-h-11 items-center gap-3 font-semibold">
        <input
          id={key}
          type="checkbox"
          className="accent-moss size-6 shrink-0"
          {...describe({ id: key, hint, error })}
          {...input}
        />
        {label}
      </label>
      {hint && (
        <p id={`${key}-hint`} className="text-sm opacity-85">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${key}-error`} className="text-clay flex gap-1.5 text-sm font-semibold">
          <span aria-hidden="true">▲</span>
          {error}
        </p>
      )}
    </div>
  );
}
