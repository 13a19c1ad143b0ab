import type { ComponentProps } from 'react';
import { describe, FieldFrame, inputStyle } from './field-frame';

type Option = { value: string; label: string; disabled?: boolean };

type Props = Omit<ComponentProps<'select'>, 'className' | 'children'> & {
  name: string;
  label: string;
  options: readonly Option[];
  hint?: string | undefined;
  error?: string | undefined;
  className?: string;
};

/** One of a list, by the browser's own control. */
export function Select({ label, options, hint, error, className, id, ...select }: Props) {
  const key = id ?? select.name;
  return (
    <FieldFrame id={key} label={label} hint={hint} error={error} className={className}>
      <select id={key} className={`${inputStyle} pr-8`} {...describe({ id: key, hint, error })} {...select}>
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled} className="bg-paper">
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
