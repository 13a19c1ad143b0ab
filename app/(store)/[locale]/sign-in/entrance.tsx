import type { ReactNode } from 'react';
import { viewer } from '@/lib/auth';
import { account } from '@/lib/dictionaries/account';
import { shop } from '@/lib/dictionaries/shop';
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
      <h1 className="text-4xl leading-tight font-bold">
        {seen.kind === 'guest' ? title : shop[locale].account}
      </h1>
      {seen.kind === 'guest' ? (
        <>
          <p className="mt-3 mb-8">{intro}</p>
          {children}
          <p className="mt-8">
            {other.question}{' '}
            <a href={other.href} className={linkStyle}>
              {other.label}
            </a>
          </p>
        </>
      ) : (
        <>
          <AccountSection locale={locale} name={seen.name} />
          <a href={`/${locale}/orders`} className={linkStyle}>
            {account[locale].myOrders}
          </a>
        </>
      )}
    </div>
  );
}

/** What the browser's tab says of such a page. */
export async function entranceTitle(locale: Locale, title: string): Promise<string> {
  return (await viewer()).kind === 'guest' ? title : shop[locale].account;
}

const linkStyle = 'inline-block py-1 font-semibold underline decoration-2 underline-offset-4';
