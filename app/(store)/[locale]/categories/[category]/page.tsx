import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CategoryNav } from '@/components/store/category-nav';
import { ProductGrid } from '@/components/store/product-grid';
import { ShelfHeading } from '@/components/store/shelf-heading';
import { findProducts } from '@/lib/data/products';
import { shop } from '@/lib/dictionaries/shop';
import { isLocale } from '@/lib/domain/locale';
import { categories, isCategory } from '@/lib/domain/product';

export const dynamic = 'force-static';
export const dynamicParams = false;

export function generateStaticParams() {
  return categories.map((category) => ({ category }));
}

export async function generateMetadata({
  params,
}: PageProps<'/[locale]/categories/[category]'>): Promise<Metadata> {
  const { locale, category } = await params;
  if (!isLocale(locale) || !isCategory(category)) return {};
  const { name, line } = shop[locale].categories[category];
  return { title: name, description: line };
}

export default async function CategoryPage({ params }: PageProps<'/[locale]/categories/[category]'>) {
  const { locale, category } = await params;
  if (!isLocale(locale) || !isCategory(category)) notFound();
  const products = await findProducts({ category });
  return (
    <div className="pt-8">
      <CategoryNav locale={locale} current={category} />
      <div className="mt-10">
        <ShelfHeading id={category} locale={locale} category={category} count={products.length} level="h1" />
        <ProductGrid products={products} locale={locale} heading="h2" eager />
      </div>
    </div>
  );
}
