import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CategoryNav } from '@/components/store/category-nav';
import { ProductGrid } from '@/components/store/product-grid';
import { searchProducts } from '@/lib/data/products';
import { shop } from '@/lib/dictionaries/shop';
import { isLocale } from '@/lib/domain/locale';
import { readSearch } from './read-search';

export async function generateMetadata({
  params,
  searchParams,
}: PageProps<'/[locale]/search'>): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const text = readSearch(await searchParams);
  return { title: text ? shop[locale].searchTitle(text) : shop[locale].search, robots: { index: false } };
}

export default async function SearchPage({ params, searchParams }: PageProps<'/[locale]/search'>) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const text = readSearch(await searchParams);
  const products = text ? await searchProducts(text, locale) : [];
  const texts = shop[locale];
  return (
    <div className="pt-8">
      <h1 className="text-4xl leading-tight font-extrabold tracking-tight wrap-anywhere sm:text-5xl">
        {text ? texts.searchTitle(text) : texts.search}
      </h1>
      <p role="status" className="mt-3 mb-10 max-w-[60ch] wrap-anywhere">
        {!text && texts.searchEmpty}
        {text && (products.length > 0 ? texts.searchCount(products.length) : texts.searchNothing(text))}
      </p>
      {products.length > 0 ? (
        <ProductGrid products={products} locale={locale} heading="h2" />
      ) : (
        <CategoryNav locale={locale} current={null} />
      )}
    </div>
  );
}
