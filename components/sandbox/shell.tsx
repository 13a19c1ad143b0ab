import type { ReactNode } from 'react';
import { pageTexts, type PageLanguage } from '@/lib/sandbox/dictionaries/page';

type Props = { language: PageLanguage; title: string; children: ReactNode };

/** The document of every page of the gateway: its language, its title, and the banner that says what it is. */
export function Shell({ language, title, children }: Props) {
  const texts = pageTexts[language];
  return (
    <html lang={language}>
      <body className="min-h-dvh">
        <title>{title}</title>
        <a
          href="#content"
          className="focus:bg-page sr-only focus:not-sr-only focus:absolute focus:z-10 focus:p-3 focus:underline"
        >
          {texts.skip}
        </a>
        <header className="screen-only border-aid-line bg-aid text-aid-ink border-b px-4 py-2 text-center text-sm">
          {texts.banner}
        </header>
        {children}
      </body>
    </html>
  );
}
