import type { ReactNode } from 'react';
import { pageTexts, type PageLanguage } from '@/lib/sandbox/dictionaries/page';
import { iconPath } from './icon';

type Props = {
  language: PageLanguage;
  title: string;
  /** What kind of page this is; that of the gateway unless said otherwise. */
  banner?: string;
  children: ReactNode;
};

/** The document of every page of the gateway: its language, its title, and the banner that says what it is. */
export function Shell({ language, title, banner, children }: Props) {
  const texts = pageTexts[language];
  return (
    <html lang={language}>
      <body className="min-h-dvh">
        <title>{title}</title>
        <link rel="icon" href={iconPath} type="image/svg+xml" />
        <a
          href="#content"
          className="focus:bg-page sr-only focus:not-sr-only focus:absolute focus:z-10 focus:p-3 focus:underline"
        >
          {texts.skip}
        </a>
        <header className="screen-only border-aid-line bg-aid text-aid-ink border-b px-4 py-2 text-center text-sm">
          {banner ?? texts.banner}
        </header>
        {children}
      </body>
    </html>
  );
}
