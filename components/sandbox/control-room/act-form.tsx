import type { ComponentProps, ReactNode } from 'react';
import type { Act } from '@/lib/sandbox/control-room/acts';
import type { PageLanguage } from '@/lib/sandbox/dictionaries/page';

/** Where a form stands and comes back to. */
export type Place = { here: string; language: PageLanguage };

type Props = {
  act: Act | 'enter' | 'leave';
  place: Place;
  /** What the act is about, as hidden fields. */
  about?: Record<string, string | number>;
  className?: string;
  children: ReactNode;
};

/** A plain post to the control room: one button, one act, with or without JavaScript. */
export function ActForm({ act, place, about = {}, className, children }: Props) {
  const hidden = { act, back: place.here, lang: place.language, ...about };
  return (
    <form action="/sandbox/control/act" method="post" className={className}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}

/** One of several buttons beside each other. */
export function SmallButton(props: ComponentProps<'button'>) {
  return (
    <button
      type="submit"
      {...props}
      className="border-edge text-accent hover:border-accent min-h-11 rounded-lg border px-4 py-2 font-semibold"
    />
  );
}

/** A term and what it is, side by side where there is room. */
export function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="sm:grid sm:grid-cols-[12rem_minmax(0,1fr)] sm:gap-4">
      <dt className="text-soft">{term}</dt>
      <dd className="break-words">{children}</dd>
    </div>
  );
}

/** Text as it is, letter by letter; it breaks where it does not fit. */
export function Literal({ label, children }: { label: string; children: string }) {
  return (
    <figure className="mt-3">
      <figcaption className="text-soft text-sm">{label}</figcaption>
      <pre className="bg-panel mt-1 rounded-lg p-3 font-mono text-sm break-all whitespace-pre-wrap">
        {children}
      </pre>
    </figure>
  );
}
