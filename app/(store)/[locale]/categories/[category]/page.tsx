import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { categories, isCategory } from '@/lib/domain/product';
import { shop } from '@/lib/dictionaries/shop';
import { isLocale } from '@/lib/domain/locale';

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
  return { title: shop[locale].categories[category].name };
}

export default async function CategoryPage({ params }: PageProps<'/[locale]/categories/[category]'>) {
  const { locale, category } = await params;
  if (!isLocale(locale) || !isCategory(category)) notFound();
  return <h1>{shop[locale].categories[category].name}</h1>;
}
