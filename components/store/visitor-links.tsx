'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useState } from 'react';
import { plural } from '@/lib/dictionaries/plural';
import type { Locale } from '@/lib/domain/locale';
import { cartChanged, readVisitor, type Visitor } from './visitor';

type Props = {
  locale: Locale;
  texts: { account: string; signIn: string; cart: string; cartCount: { one: string; other: string } };
};

const place =
  'inline-flex min-h-11 min-w-0 items-center gap-2 leading-tight text-base font-semibold sm:text-lg decoration-2 underline-offset-4 hover:underline';

/**
 * The account and the cart. The page is the same for everyone, so the name and the count are asked for once it
 * is there. Both are ordinary links: a page with personal data is a document of its own.
 */
export function VisitorLinks({ locale, texts }: Props) {
  const { name, cartCount } = useVisitor();
  return (
    <>
      <a href={`/${locale}/${name ? 'orders' : 'sign-in'}`} className={place}>
        {name ? (
          <span className="max-w-20 truncate sm:max-w-32 lg:max-w-64">
            <span className="sr-only">{texts.account}: </span>
            {name}
          </span>
        ) : (
          texts.signIn
        )}
      </a>
      <a href={`/${locale}/cart`} className={`${place} shrink-0`}>
        {cartCount > 0 ? (
          <span className="sr-only">{plural(locale, cartCount, texts.cartCount)}</span>
        ) : (
          texts.cart
        )}
        <span aria-hidden="true" className={cartCount > 0 ? 'contents' : 'hidden'}>
          {texts.cart}
          <span className="bg-clay text-paper min-w-7 rounded-full px-2 text-center text-sm leading-7">
            {cartCount}
          </span>
        </span>
      </a>
    </>
  );
}

function useVisitor(): Visitor {
  const [visitor, setVisitor] = useState<Visitor>({ name: null, cartCount: 0 });
  const path = usePathname();
  useEffect(() => {
    const leaving = new AbortController();
    const ask = () => void readVisitor(leaving.signal).then((found) => found && setVisitor(found));
    // A page that is loaded is shown too, and has asked; one that comes back as it was left has not.
    const askAgain = ({ persisted }: PageTransitionEvent) => persisted && ask();
    ask();
    addEventListener(cartChanged, ask);
    addEventListener('pageshow', askAgain);
    return () => {
      leaving.abort();
      removeEventListener(cartChanged, ask);
      removeEventListener('pageshow', askAgain);
    };
  }, [path]);
  return visitor;
}
