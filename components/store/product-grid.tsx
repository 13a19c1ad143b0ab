import type { Locale } from '@/lib/domain/locale';
import type { Product } from '@/lib/domain/product';
import { ProductCard } from './product-card';

type Props = {
  products: readonly Product[];
  locale: Locale;
  heading?: 'h2' | 'h3';
  /** Whether the first one leads the shelf. */
  lead?: boolean;
  eager?: boolean;
};

/** Products side by side. */
export function ProductGrid({ products, locale, heading, lead = false, eager }: Props) {
  return (
    <ul className="grid grid-cols-1 gap-x-6 gap-y-10 sm:grid-cols-2 lg:grid-cols-3">
      {products.map((product, index) => (
        <li key={product.slug} className={lead && index === 0 ? 'sm:col-span-2 lg:row-span-2' : ''}>
          <ProductCard
            product={product}
            locale={locale}
            heading={heading ?? 'h3'}
            size={lead && index === 0 ? 'large' : 'plain'}
            eager={(eager ?? false) && index < 2}
          />
        </li>
      ))}
    </ul>
  );
}
