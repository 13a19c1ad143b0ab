import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { AddToCart } from '@/components/store/add-to-cart';
import { Picture } from '@/components/store/picture';
import { Price } from '@/components/store/price';
import { ProductGrid } from '@/components/store/product-grid';
import { StockNote } from '@/components/store/stock-note';
import { buttonStyle } from '@/components/ui/button';
import { findProduct, findProducts } from '@/lib/data/products';
import { formatMoney } from '@/lib/dictionaries/format';
import { memberships } from '@/lib/dictionaries/memberships';
import { problems } from '@/lib/dictionaries/problems';
import { shop } from '@/lib/dictionaries/shop';
import { MAX_QUANTITY } from '@/lib/domain/cart';
import { isLocale, type Locale } from '@/lib/domain/locale';
import type { Product } from '@/lib/domain/product';
import { addToCart } from '../../cart/actions';

export const dynamic = 'force-static';
export const dynamicParams = false;

export async function generateStaticParams() {
  return (await findProducts()).map(({ slug }) => ({ slug }));
}

export async function generateMetadata({
  params,
}: PageProps<'/[locale]/products/[slug]'>): Promise<Metadata> {
  const { locale, slug } = await params;
  const product = await findProduct(slug);
  if (!isLocale(locale) || !product) return {};
  return { title: product.name[locale], description: product.summary[locale] };
}

export default async function ProductPage({ params }: PageProps<'/[locale]/products/[slug]'>) {
  const { locale, slug } = await params;
  const product = await findProduct(slug);
  if (!isLocale(locale) || !product) notFound();
  return (
    <>
      <article className="grid items-start gap-x-12 gap-y-6 pt-6 lg:grid-cols-[3fr_2fr]">
        <Picture
          src={product.image}
          alt={product.picture[locale]}
          eager
          className="rounded-[2rem] lg:sticky lg:top-6"
        />
        <div className="grid gap-5">
          <Shelf product={product} locale={locale} />
          <h1 className="text-4xl leading-none font-extrabold tracking-tight sm:text-5xl">
            {product.name[locale]}
          </h1>
          <p className="text-xl leading-snug">{product.summary[locale]}</p>
          <Offer product={product} locale={locale} />
          <MembershipOffer product={product} locale={locale} />
          <section aria-labelledby="about" className="border-mist border-t-2 pt-5">
            <h2 id="about" className="text-xl font-bold">
              {shop[locale].about}
            </h2>
            <p className="mt-2 max-w-[60ch]">{product.description[locale]}</p>
          </section>
        </div>
      </article>
      <Neighbours product={product} locale={locale} />
    </>
  );
}

type Props = { product: Product; locale: Locale };

function Shelf({ product, locale }: Props) {
  const texts = shop[locale];
  return (
    <nav aria-label={texts.breadcrumb} className="text-base">
      <Link
        href={`/${locale}/categories/${product.category}`}
        prefetch={false}
        className="decoration-mist hover:decoration-ink inline-flex min-h-9 items-center font-semibold underline decoration-2 underline-offset-4"
      >
        <span aria-hidden="true">←&nbsp;</span>
        {texts.categories[product.category].name}
      </Link>
    </nav>
  );
}

function Offer({ product, locale }: Props) {
  const texts = shop[locale];
  const { unexpected, invalid_form, unknown_field, foreign_origin } = problems[locale];
  const { invalid_quantity, out_of_stock, unknown_product } = problems[locale];
  return (
    <section aria-label={texts.addToCart} className="grid gap-4">
      <div>
        <Price money={product.price} locale={locale} className="text-3xl font-extrabold" />
        <p className="text-base">{texts.priceNote}</p>
      </div>
      <StockNote
        slug={product.slug}
        locale={locale}
        texts={{
          unknown: texts.stockUnknown,
          plenty: texts.inStock,
          few: texts.fewLeft,
          soldOut: texts.soldOut,
        }}
      />
      <AddToCart
        action={addToCart}
        locale={locale}
        productSlug={product.slug}
        most={MAX_QUANTITY}
        texts={{
          quantity: texts.quantity,
          addToCart: texts.addToCart,
          adding: texts.adding,
          added: texts.added,
          goToCart: texts.goToCart,
        }}
        problems={{
          unexpected,
          invalid_form,
          unknown_field,
          invalid_quantity,
          out_of_stock,
          unknown_product,
          foreign_origin,
          invalid: invalid_quantity,
        }}
      />
    </section>
  );
}

/** The same, renewed by the shop. */
function MembershipOffer({ product, locale }: Props) {
  if (!product.renews) return null;
  const { offer, priced, every } = memberships[locale];
  return (
    <section aria-labelledby="renews" className="border-mist rounded-2xl border-2 p-5">
      <h2 id="renews" className="text-xl font-bold">
        {offer.title}
      </h2>
      <p className="mt-1 mb-4">
        {offer.text(priced(formatMoney(product.price, locale), every[product.renews]))}
      </p>
      <a href={`/${locale}/memberships/join/${product.slug}`} className={buttonStyle('secondary')}>
        {offer.link}
      </a>
    </section>
  );
}

async function Neighbours({ product, locale }: Props) {
  const shelf = await findProducts({ category: product.category });
  const at = shelf.findIndex(({ slug }) => slug === product.slug);
  const neighbours = [...shelf.slice(at + 1), ...shelf.slice(0, at)].slice(0, 3);
  return (
    <section aria-labelledby="also" className="pt-20">
      <h2 id="also" className="border-ink mb-6 border-b-2 pb-3 text-3xl font-extrabold tracking-tight">
        {shop[locale].alsoHere}
      </h2>
      <ProductGrid products={neighbours} locale={locale} />
    </section>
  );
}
