import Link from 'next/link';
import { pageLanguages, pageTexts, type PageLanguage } from '@/lib/sandbox/dictionaries/page';

type Props = { language: PageLanguage; query: Record<string, string> };

/** The same place in the other language. With JavaScript what is typed stays too. */
export function LanguageSelector({ language, query }: Props) {
  return (
    <nav aria-label={pageTexts[language].summary.languages} className="screen-only flex gap-4">
      {pageLanguages.map((other) =>
        other === language ? (
          <span key={other} aria-current="true" className="py-1 font-semibold">
            {pageTexts[other].language}
          </span>
        ) : (
          <Link
            key={other}
            href={{ query: { ...query, lang: other } }}
            lang={other}
            hrefLang={other}
            scroll={false}
            prefetch={false}
            className="text-accent py-1 underline underline-offset-4"
          >
            {pageTexts[other].language}
          </Link>
        ),
      )}
    </nav>
  );
}
