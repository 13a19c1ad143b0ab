import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { OrderSummary } from '@/components/store/order-summary';
import { PaymentColumns } from '@/components/store/payment-columns';
import { checkout } from '@/lib/dictionaries/checkout';
import { cartTotal } from '@/lib/domain/cart';
import { readCartId } from '@/lib/cart-cookie';
import { viewer } from '@/lib/auth';
import { findCart } from '@/lib/data/carts';
import { randomId } from '@/lib/data/random';
import { findAccount } from '@/lib/data/users';
import { isLocale } from '@/lib/domain/locale';
import { BuyerSection } from './buyer-section';

type Props = PageProps<'/[locale]/checkout'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: checkout[locale].title, robots: { index: false } } : {};
}

export default async function CheckoutPage({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const cart = await findCart(await readCartId());
  if (!cart || cart.lines.length === 0) redirect(`/${locale}/cart`);
  const total = cartTotal(cart.lines);
  const lines = cart.lines.map((line) => ({ ...line, name: line.name[locale] }));
  const summary = (
    <OrderSummary locale={locale} lines={lines} total={total}>
      <a
        href={`/${locale}/cart`}
        className="mt-3 inline-block py-1 text-base underline decoration-2 underline-offset-4"
      >
        {checkout[locale].summary.edit}
      </a>
    </OrderSummary>
  );
  return (
    <PaymentColumns locale={locale} at="buyer" summary={summary}>
      <BuyerSection
        locale={locale}
        total={total}
        checkoutKey={randomId()}
        account={await findAccount(await viewer())}
      />
    </PaymentColumns>
  );
}
