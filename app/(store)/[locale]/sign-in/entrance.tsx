import type { ReactNode } from 'react';
import { viewer } from '@/lib/auth';
import type { Locale } from '@/lib/domain/locale';
import { AccountSection } from './account-section';

type Props = {
  locale: Locale;
  title: string;
  intro: string;
  /** The way to the other entrance. */
  other: { question: string; label: string; href: string };
  /** The form; whoever is signed in already is not shown it. */
  children: ReactNode;
};

/** A page that leads into an account: its form for a guest, and for everybody else who they are and the ways out. */
export async function Entrance({ locale, title, intro, other, children }: Props) {
  const seen = await viewer();
  return (
    <div className="mx-auto mt-10 max-w-md">
      <h1 className="text-4xl leading-tight font-bold">{title}</h1>
      {seen.kind === 'guest' ? (
        <>
          <p className="mt-3 mb-8">{intro}</p>
          {children}
          <p className="mt-8">
            {other.question}{' '}
            <a
              href={other.href}
              className="inline-block py-1 font-semibold underline decoration-2 underline-offset-4"
            >
              {other.label}
            </a>
          </p>
        </>
      ) : (
        <AccountSection locale={locale} name={seen.name} />
      )}
    </div>
  );
}
