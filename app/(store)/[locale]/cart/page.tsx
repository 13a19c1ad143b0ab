import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CartView } from '@/components/store/cart-view';
import { readCartId } from '@/lib/cart-cookie';
import { viewer } from '@/lib/auth';
import { findCart } from '@/lib/data/carts';
import { findUnpaidOrder } from '@/lib/data/orders';
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
  const lines = found?.lines ?? [];
  return (
    <div className="pt-10">
      <CartView
        action={changeQuantity}
        locale={locale}
        lines={lines}
        unpaid={lines.length === 0 ? await findUnpaidOrder(await viewer()) : null}
        problems={problems[locale]}
      />
    </div>
  );
}
