import type { Metadata } from 'next';
import { buttonStyle } from '@/components/ui/button';
import { Picture } from '@/components/store/picture';
import { Wordmark } from '@/components/store/wordmark';
import { lost } from '@/lib/dictionaries/lost';
import { locales } from '@/lib/domain/locale';
import './(store)/[locale]/globals.css';
import { bricolage } from './(store)/[locale]/font';

export const metadata: Metadata = {
  title: 'Ladera',
  robots: { index: false },
  icons: '/icon.svg',
};

/**
 * For addresses that belong to no page, and for products that are no more: one page, so it speaks both languages.
 * Next leaves the answer of notFound() to be drawn by the browser; this page is complete without JavaScript, and
 * prerendered, so that unknown addresses cost nothing.
 */
export default function GlobalNotFound() {
  return (
    <html lang="es" className={bricolage.variable}>
      <body className="font-sans text-lg leading-relaxed">
        <main className="mx-auto grid max-w-6xl items-center gap-10 px-4 py-8 sm:px-6 md:grid-cols-[3fr_2fr]">
          <div className="grid gap-10">
            <Wordmark />
            {locales.map((locale, index) => {
              const Heading = index === 0 ? 'h1' : 'h2';
              return (
                <section key={locale} lang={locale} className="grid justify-items-start gap-4">
                  <Heading className="text-4xl leading-none font-extrabold tracking-tight">
                    {lost[locale].notFoundTitle}
                  </Heading>
                  <p className="max-w-[50ch]">{lost[locale].notFoundText}</p>
                  <a href={`/${locale}`} className={buttonStyle(index === 0 ? 'primary' : 'secondary')}>
                    {lost[locale].backHome}
                  </a>
                </section>
              );
            })}
          </div>
          <Picture src="/lost.svg" alt="" eager className="rounded-[2rem]" />
        </main>
      </body>
    </html>
  );
}
