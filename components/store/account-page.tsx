import type { ReactNode } from 'react';

type Props = {
  title: string;
  intro?: string;
  /** The way to the other form. */
  other?: { question: string; label: string; href: string };
  children: ReactNode;
};

export function AccountPage({ title, intro, other, children }: Props) {
  return (
    <div className="mx-auto mt-10 max-w-md">
      <h1 className="text-4xl leading-tight font-bold">{title}</h1>
      {intro && <p className="mt-3 mb-8">{intro}</p>}
      {children}
      {other && (
        <p className="mt-8">
          {other.question}{' '}
          <a
            href={other.href}
            className="inline-block py-1 font-semibold underline decoration-2 underline-offset-4"
          >
            {other.label}
          </a>
        </p>
      )}
    </div>
  );
}
