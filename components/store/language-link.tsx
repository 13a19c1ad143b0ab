'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import type { Locale } from '@/lib/domain/locale';

type Props = { locale: Locale; text: string; label: string };

const other: Record<Locale, Locale> = { es: 'en', en: 'es' };

/** This page in the other language, by its path. */
export function LanguageLink(props: Props) {
  return <Anchor {...props} query="" />;
}

/** This page in the other language, with what was searched or chosen. */
export function LanguageLinkWithQuery(props: Props) {
  return <Anchor {...props} query={useSearchParams().toString()} />;
}

/** An ordinary link: another language is another document. */
function Anchor({ locale, text, label, query }: Props & { query: string }) {
  const place = usePathname().slice(`/${locale}`.length);
  return (
    <a
      href={`/${other[locale]}${place}${query && `?${query}`}`}
      hrefLang={other[locale]}
      lang={other[locale]}
      title={label}
      className="decoration-mist hover:decoration-ink inline-flex min-h-11 items-center text-base font-semibold underline decoration-2 underline-offset-4 sm:text-lg"
    >
      <span aria-hidden="true" className="uppercase sm:hidden">
        {other[locale]}
      </span>
      <span className="max-sm:sr-only">{text}</span>
    </a>
  );
}
