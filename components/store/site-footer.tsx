import Link from 'next/link';
import { contactEmail } from '@/lib/domain/contact';
import { flowPages } from '@/lib/dictionaries/flows';
import { shop } from '@/lib/dictionaries/shop';
import type { Locale } from '@/lib/domain/locale';
import { categories } from '@/lib/domain/product';

/** The slope the shop stands on. */
export function SiteFooter({ locale }: { locale: Locale }) {
  const texts = shop[locale];
  const link =
    'inline-flex min-h-9 items-center underline decoration-mist decoration-2 underline-offset-4 hover:decoration-ink';
  const yours = [
    { path: '/cart', label: texts.cart },
    { path: '/orders', label: texts.orders },
    { path: '/wallet', label: texts.cards },
    { path: '/sign-in', label: texts.account },
  ];
  return (
    <footer className="mt-auto print:hidden">
      <div aria-hidden="true" className="ridge bg-mist h-24 sm:h-32" />
      <div className="border-mist border-t-2">
        <div className="mx-auto grid max-w-6xl gap-8 px-4 py-10 text-base sm:grid-cols-[2fr_1fr_1fr] sm:px-6">
          <div className="max-w-[46ch]">
            <p>{texts.footerAbout}</p>
            <p className="mt-3">
              {texts.footerWrite}{' '}
              <a href={`mailto:${contactEmail}`} className={link}>
                {contactEmail}
              </a>
            </p>
          </div>
          <nav aria-labelledby="footer-shop">
            <h2 id="footer-shop" className="font-bold">
              {texts.footerShop}
            </h2>
            <ul>
              {categories.map((category) => (
                <li key={category}>
                  <Link href={`/${locale}/categories/${category}`} prefetch={false} className={link}>
                    {texts.categories[category].name}
                  </Link>
                </li>
              ))}
              <li>
                <Link href={`/${locale}/flows`} prefetch={false} className={link}>
                  {flowPages[locale].title}
                </Link>
              </li>
            </ul>
          </nav>
          <nav aria-labelledby="footer-you">
            <h2 id="footer-you" className="font-bold">
              {texts.footerYou}
            </h2>
            <ul>
              {yours.map(({ path, label }) => (
                <li key={path}>
                  <a href={`/${locale}${path}`} className={link}>
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </div>
      </div>
    </footer>
  );
}
