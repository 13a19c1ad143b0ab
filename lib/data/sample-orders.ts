import 'server-only';
import { money } from '@/lib/domain/money';
import type { OrderLine } from '@/lib/domain/order';
import { samplePrice, type SampleCurrency } from '@/lib/domain/sample';
import { userIdOf } from '@/lib/domain/viewer';
import { db, writeTx } from './db';
import { created, insertOrder, type OrderCreated, type Placing } from './orders';

type Line = { readonly productSlug: string; readonly quantity: number };

type Sample = Omit<Placing, 'cartId'> & {
  readonly lines: readonly Line[];
  readonly currency: SampleCurrency;
};

/** An order that no cart was behind: what it holds is given, at the sample prices of a currency. One per `checkoutKey`. */
export async function createSampleOrder({ lines, currency, ...placing }: Sample): Promise<OrderCreated> {
  return writeTx(async (tx) => {
    const known = await tx.order.findUnique({ where: { checkoutKey: placing.checkoutKey } });
    if (known)
      return known.userId === userIdOf(placing.viewer)
        ? created(known)
        : { ok: false, problem: 'unknown_order' };
    const products = await tx.product.findMany({ where: { slug: { in: slugsOf(lines) } } });
    const bought = pricedLines(lines, products, currency);
    const short = bought.find(({ quantity, product }) => product.stock < quantity);
    if (short) return { ok: false, problem: 'out_of_stock', productSlug: short.productSlug };
    return created(await insertOrder(tx, { ...placing, cartId: null }, bought));
  });
}

/** The lines that such an order would have, as a page shows them. */
export async function findSampleLines(
  lines: readonly Line[],
  currency: SampleCurrency,
): Promise<OrderLine[]> {
  const products = await db.product.findMany({ where: { slug: { in: slugsOf(lines) } } });
  return pricedLines(lines, products, currency).map(({ productSlug, quantity, product }) => ({
    productSlug,
    quantity,
    name: { es: product.nameEs, en: product.nameEn },
    unit: money(product.priceMinor, currency),
  }));
}

const slugsOf = (lines: readonly Line[]) => lines.map(({ productSlug }) => productSlug);

/** A product that is no longer sold is left out; the catalogue's own tests hold that the samples are there. */
function pricedLines<Row extends { slug: string; priceMinor: bigint }>(
  lines: readonly Line[],
  products: readonly Row[],
  currency: SampleCurrency,
) {
  return lines.flatMap(({ productSlug, quantity }) => {
    const product = products.find(({ slug }) => slug === productSlug);
    if (!product) return [];
    const { minor } = samplePrice(product.priceMinor, currency);
    return [{ productSlug, quantity, product: { ...product, currency, priceMinor: minor } }];
  });
}
