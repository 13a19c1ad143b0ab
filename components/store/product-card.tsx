import { IntentLink } from '@/components/ui/intent-link';
import type { Locale } from '@/lib/domain/locale';
import type { Product } from '@/lib/domain/product';
import { Picture } from './picture';
import { Price } from './price';

type Props = {
  product: Product;
  locale: Locale;
  heading?: 'h2' | 'h3';
  /** The first of its shelf takes twice the room. */
  size?: 'plain' | 'large';
  eager?: boolean;
};

/** A product on its shelf. All of the card is the link; the name is what it is called. */
export function ProductCard({ product, locale, heading: Heading = 'h3', size = 'plain', eager }: Props) {
  const isLarge = size === 'large';
  return (
    <article
      className={`group relative grid gap-3 ${isLarge ? 'h-full grid-rows-[1fr_auto_auto]' : 'content-start'}`}
    >
      <Picture
        src={product.image}
        alt=""
        eager={eager ?? false}
        className={`ring-ink transition-[border-radius] duration-300 group-focus-within:ring-3 group-hover:rounded-[2.5rem] ${isLarge ? 'lg:h-full' : ''}`}
      />
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <Heading className={`leading-tight font-bold ${isLarge ? 'text-2xl sm:text-3xl' : 'text-xl'}`}>
          <IntentLink
            href={`/${locale}/products/${product.slug}`}
            className="decoration-clay decoration-3 underline-offset-4 group-hover:underline after:absolute after:inset-0 after:content-['']"
          >
            {product.name[locale]}
          </IntentLink>
        </Heading>
        <Price money={product.price} locale={locale} className="font-semibold" />
      </div>
      <p className="max-w-[46ch] text-base">{product.summary[locale]}</p>
    </article>
  );
}
