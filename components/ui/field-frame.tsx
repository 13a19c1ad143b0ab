import type { ReactNode } from 'react';

type Props = {
  id: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  className?: string | undefined;
  children: ReactNode;
};

/** Label above, hint below, and the problem in words right where it is. */
export function FieldFrame({ id, label, hint, error, className, children }: Props) {
  return (
    <div className={`grid content-start gap-1.5 ${className ?? ''}`}>
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      {children}
      {hint && (
        <p id={`${id}-hint`} className="text-sm opacity-85">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="text-clay flex gap-1.5 text-sm font-semibold">
          <span aria-hidden="true">▲</span>
          {error}
        </p>
      )}
    </div>
  );
}

/** What ties an input to its hint and its error for those who listen. */
export function describe({ id, hint, error }: Pick<Props, 'id' | 'hint' | 'error'>) {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return { 'aria-describedby': ids || undefined, 'aria-invalid': error ? true : undefined };
}

export const inputStyle =
  'min-h-12 w-full rounded-xl border-2 border-ink/55 bg-transparent px-3.5 py-2 text-base ' +
  'hover:border-ink focus-visible:border-ink aria-invalid:border-clay disabled:opacity-60';
