import 'server-only';
import type { Locale } from '@/lib/domain/locale';
import { isCurrency, money, type Money } from '@/lib/domain/money';
import { cadences, isCategory, type Category, type Product } from '@/lib/domain/product';
import { db } from './db';
import type { Product as Row } from './generated/client';

/** The catalogue in its order, or one category of it. */
export async function findProducts({ category }: { category?: Category } = {}): Promise<Product[]> {
  const rows = await db.product.findMany({ where: { category }, orderBy: { position: 'asc' } });
  return rows.map(toProduct);
}

/** The product of this address; null when there is none. */
export async function findProduct(slug: string): Promise<Product | null> {
  const row = await db.product.findUnique({ where: { slug } });
  return row && toProduct(row);
}

/**
 * Products with every word of the text in their name, summary or description, whatever the accents and capitals.
 * The catalogue is small enough to look through here; no words find nothing.
 */
export async function searchProducts(text: string, locale: Locale): Promise<Product[]> {
  const words = plain(text.slice(0, 100)).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const products = await findProducts();
  return products.filter(({ name, summary, description }) => {
    const haystack = plain([name, summary, description].map((words) => words[locale]).join(' '));
    return words.every((word) => haystack.includes(word));
  });
}

/** Units left, by slug: what a prerendered page asks for after it has arrived. Unknown slugs are absent. */
export async function findStock(slugs: readonly string[]): Promise<Record<string, number>> {
  const rows = await db.product.findMany({
    where: { slug: { in: [...slugs] } },
    select: { slug: true, stock: true },
  });
  return Object.fromEntries(rows.map(({ slug, stock }) => [slug, stock]));
}

/** Money from two columns; the database holds the form of the currency, the domain knows the list. */
export function toMoney(minor: bigint, currency: string): Money {
  if (!isCurrency(currency)) throw new Error(`The database names a currency we do not know: ${currency}.`);
  return money(minor, currency);
}

function toProduct(row: Row): Product {
  if (!isCategory(row.category))
    throw new Error(`The database names a category we do not know: ${row.category}.`);
  return {
    slug: row.slug,
    category: row.category,
    name: { es: row.nameEs, en: row.nameEn },
    summary: { es: row.summaryEs, en: row.summaryEn },
    description: { es: row.descriptionEs, en: row.descriptionEn },
    image: row.image,
    picture: { es: row.pictureEs, en: row.pictureEn },
    price: toMoney(row.priceMinor, row.currency),
    stock: row.stock,
    renews: cadences.find((cadence) => cadence === row.renews) ?? null,
  };
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
