import type { Metadata, Viewport } from 'next';
import { SiteFooter } from '@/components/store/site-footer';
import { SiteHeader } from '@/components/store/site-header';
import { shop } from '@/lib/dictionaries/shop';
import { defaultLocale, isLocale, locales } from '@/lib/domain/locale';
import { bricolage } from './font';
import './globals.css';

export function generateStaticParams() {
  return locales.map((locale) => ({ locale }));
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f7f2e6' },
    { media: '(prefers-color-scheme: dark)', color: '#0f1914' },
  ],
};

export async function generateMetadata({ params }: LayoutProps<'/[locale]'>): Promise<Metadata> {
  const { locale } = await params;
  const texts = shop[isLocale(locale) ? locale : defaultLocale];
  return {
    title: { default: `${texts.name}. ${texts.tagline}`, template: `%s · ${texts.name}` },
    description: texts.description,
    icons: '/icon.svg',
  };
}

/** The same for every visitor: it reads no cookie, so that the catalogue can be rendered once. */
export default async function StoreLayout({ children, params }: LayoutProps<'/[locale]'>) {
  const { locale: segment } = await params;
  // An address in a language we do not speak still gets the shop around its "not found".
  const locale = isLocale(segment) ? segment : defaultLocale;
  return (
    <html lang={locale} className={bricolage.variable} data-scroll-behavior="smooth">
      <body className="flex min-h-dvh flex-col font-sans text-lg leading-relaxed">
        <a
          href="#content"
          className="focus:bg-ink focus:text-paper sr-only focus:not-sr-only focus:absolute focus:z-10 focus:m-3 focus:rounded-full focus:px-5 focus:py-3"
        >
          {shop[locale].skipToContent}
        </a>
        <SiteHeader locale={locale} />
        <main id="content" tabIndex={-1} className="page grow pb-20 outline-none">
          {children}
        </main>
        <SiteFooter locale={locale} />
      </body>
    </html>
  );
}
