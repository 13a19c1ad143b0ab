import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CartView } from '@/components/store/cart-view';
import { readCartId } from '@/lib/cart-cookie';
import { findCart } from '@/lib/data/carts';
import { cart } from '@/lib/dictionaries/cart';
import { problems } from '@/lib/dictionaries/problems';
import { isLocale } from '@/lib/domain/locale';
import { changeQuantity } from './actions';

export async function generateMetadata({ params }: PageProps<'/[locale]/cart'>): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: cart[locale].title, robots: { index: false } } : {};
}

export default async function CartPage({ params }: PageProps<'/[locale]/cart'>) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const found = await findCart(await readCartId());
  return (
    <div className="pt-10">
      <CartView
        action={changeQuantity}
        locale={locale}
        lines={found?.lines ?? []}
        problems={problems[locale]}
      />
    </div>
  );
}
