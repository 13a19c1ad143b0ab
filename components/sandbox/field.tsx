import type { ComponentProps, ReactNode } from 'react';

const box =
  'mt-1 block min-h-12 w-full rounded-lg border border-edge bg-field px-3 py-2 text-ink aria-invalid:border-2 aria-invalid:border-bad';

/** A list is always `:read-only` to CSS, so only an input may look it. */
const inputBox = `${box} read-only:border-line read-only:bg-panel`;

type About = { name: string; label: string; hint?: string; problem?: string };

/** One question of a form: label, control, hint and what is wrong with the answer, tied together. */
export function Field({ name, label, hint, problem, ...input }: About & ComponentProps<'input'>) {
  return (
    <Question {...{ name, label, hint, problem }}>
      <input {...input} {...marks({ name, hint, problem })} className={inputBox} />
    </Question>
  );
}

/** The same, with a list to choose from. */
export function Choice({ name, label, hint, problem, ...select }: About & ComponentProps<'select'>) {
  return (
    <Question {...{ name, label, hint, problem }}>
      {/* A reset form goes back to the option it was mounted with: the key mounts it again. */}
      <select
        key={String(select.defaultValue)}
        {...select}
        {...marks({ name, hint, problem })}
        className={box}
      />
    </Question>
  );
}

function Question({
  name,
  label,
  hint,
  problem,
  children,
}: Omit<About, 'children'> & { children: ReactNode }) {
  return (
    <div>
      <label htmlFor={name} className="text-sm font-medium">
        {label}
      </label>
      {children}
      {hint && (
        <p id={`${name}-hint`} className="text-soft mt-1 text-sm">
          {hint}
        </p>
      )}
      {problem && (
        <p id={`${name}-problem`} className="text-bad mt-1 text-sm font-medium">
          {problem}
        </p>
      )}
    </div>
  );
}

function marks({ name, hint, problem }: Pick<About, 'name' | 'hint' | 'problem'>) {
  const described = [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(' ');
  return {
    id: name,
    name,
    'aria-describedby': described || undefined,
    'aria-invalid': problem ? true : undefined,
  };
}
