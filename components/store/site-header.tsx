import Link from 'next/link';
import { Suspense } from 'react';
import { shop } from '@/lib/dictionaries/shop';
import type { Locale } from '@/lib/domain/locale';
import { categories } from '@/lib/domain/product';
import { LanguageLink, LanguageLinkWithQuery } from './language-link';
import { VisitorLinks } from './visitor-links';
import { Wordmark } from './wordmark';

/** The shop's name, its shelves, and the way to the cart. What belongs to the visitor arrives later. */
export function SiteHeader({ locale }: { locale: Locale }) {
  const texts = shop[locale];
  const language = { locale, text: texts.otherLanguage, label: texts.otherLanguageLabel };
  return (
    <header className="mx-auto w-full max-w-6xl px-4 pt-4 sm:px-6 print:hidden">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-2 min-[22rem]:flex-nowrap sm:gap-x-6">
        <Link href={`/${locale}`} prefetch={false} aria-label={texts.home} className="mr-auto shrink-0">
          <Wordmark />
        </Link>
        <Suspense fallback={<LanguageLink {...language} />}>
          <LanguageLinkWithQuery {...language} />
        </Suspense>
        <VisitorLinks
          locale={locale}
          texts={{
            account: texts.accountLabel,
            signIn: texts.signIn,
            cart: texts.cart,
            cartCount: texts.cartCount,
          }}
        />
      </div>
      <div className="border-mist mt-2 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-b-2 pb-3">
        <nav aria-label={texts.categoriesLabel} className="-ml-1 max-w-full overflow-x-auto">
          <ul className="flex gap-1 whitespace-nowrap">
            {categories.map((category) => (
              <li key={category}>
                <Link
                  href={`/${locale}/categories/${category}`}
                  prefetch={false}
                  className="inline-flex min-h-11 items-center px-1 text-base font-semibold decoration-2 underline-offset-8 hover:underline sm:px-2 sm:text-lg"
                >
                  {texts.categories[category].name}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <SearchForm locale={locale} />
      </div>
    </header>
  );
}

function SearchForm({ locale }: { locale: Locale }) {
  const texts = shop[locale];
  return (
    <form
      action={`/${locale}/search`}
      role="search"
      className="border-ink/55 focus-within:border-ink flex w-full rounded-full border-2 sm:w-80"
    >
      <input
        type="search"
        name="q"
        required
        maxLength={80}
        aria-label={texts.searchLabel}
        placeholder={texts.searchHint}
        className="placeholder:text-ink/75 min-h-10 min-w-0 grow rounded-full bg-transparent pl-4 text-base"
      />
      <button className="hover:bg-ink hover:text-paper min-h-10 rounded-full px-4 text-base font-semibold">
        {texts.search}
      </button>
    </form>
  );
}
