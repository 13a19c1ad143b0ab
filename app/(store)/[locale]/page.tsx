import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CategoryNav } from '@/components/store/category-nav';
import { ProductGrid } from '@/components/store/product-grid';
import { ShelfHeading } from '@/components/store/shelf-heading';
import { buttonStyle } from '@/components/ui/button';
import { findProducts } from '@/lib/data/products';
import { flowPages } from '@/lib/dictionaries/flows';
import { shop } from '@/lib/dictionaries/shop';
import { isLocale, type Locale } from '@/lib/domain/locale';
import { categories } from '@/lib/domain/product';

export const dynamic = 'force-static';
export const dynamicParams = false;

export const metadata: Metadata = { alternates: { languages: { es: '/es', en: '/en' } } };

export default async function CataloguePage({ params }: PageProps<'/[locale]'>) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const products = await findProducts();
  return (
    <>
      <Hero locale={locale} />
      <div className="pt-10">
        <CategoryNav locale={locale} current="all" />
      </div>
      {categories.map((category, index) => {
        const shelf = products.filter((product) => product.category === category);
        return (
          <section key={category} aria-labelledby={category} className="pt-14 sm:pt-20">
            <ShelfHeading id={category} locale={locale} category={category} count={shelf.length} />
            <ProductGrid products={shelf} locale={locale} lead={index !== 1} />
          </section>
        );
      })}
      <WaysToPay locale={locale} />
    </>
  );
}

/** The whole shelf of ways to pay, for whoever came to see how it is done. */
function WaysToPay({ locale }: { locale: Locale }) {
  const texts = flowPages[locale];
  return (
    <section
      aria-labelledby="ways"
      className="bg-moss text-paper mt-20 grid items-center gap-x-12 gap-y-5 rounded-3xl px-6 py-9 sm:px-10 md:grid-cols-[1fr_auto]"
    >
      <div>
        <h2 id="ways" className="text-3xl leading-tight font-extrabold tracking-tight sm:text-4xl">
          {texts.teaserTitle}
        </h2>
        <p className="mt-2 max-w-[56ch]">{texts.teaserText}</p>
      </div>
      <a
        href={`/${locale}/flows`}
        className="border-paper hover:bg-paper hover:text-ink inline-flex min-h-11 items-center justify-center rounded-full border-2 px-6 py-2 font-semibold transition-colors"
      >
        {texts.teaserAction}
      </a>
    </section>
  );
}

function Hero({ locale }: { locale: Locale }) {
  const texts = shop[locale];
  return (
    <section className="bleed grid overflow-hidden">
      <picture className="col-start-1 row-start-1 self-end">
        <source srcSet="/ladera-dark.svg" media="(prefers-color-scheme: dark)" />
        <img
          src="/ladera.svg"
          alt={texts.heroPicture}
          width={1600}
          height={560}
          fetchPriority="high"
          className="h-72 w-full object-cover object-[72%_100%] sm:h-128"
        />
      </picture>
      <div className="col-start-1 row-start-1 mx-auto w-full max-w-6xl px-4 pt-8 pb-60 sm:px-6 sm:pt-14 sm:pb-64 lg:pb-56">
        <h1 className="max-w-[17ch] text-5xl leading-[0.98] font-extrabold tracking-tight sm:text-7xl">
          {texts.heroTitle}
        </h1>
        <p className="mt-5 max-w-[46ch]">{texts.heroText}</p>
        <a href="#goods" className={buttonStyle('primary', 'mt-6')}>
          {texts.heroAction}
        </a>
      </div>
    </section>
  );
}
