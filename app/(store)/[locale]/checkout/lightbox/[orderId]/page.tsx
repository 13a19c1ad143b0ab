import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { PaymentColumns } from '@/components/store/payment-columns';
import { viewer } from '@/lib/auth';
import { findOrder } from '@/lib/data/orders';
import { formatMoney, formatTime } from '@/lib/dictionaries/format';
import { lightbox } from '@/lib/dictionaries/lightbox';
import { isPayable } from '@/lib/domain/checkout-session';
import { isLocale } from '@/lib/domain/locale';
import { payableSession } from '@/lib/domain/order';
import { OrderAside } from '../../[orderId]/order-aside';
import { LightboxWindow } from './lightbox-window';

type Props = PageProps<'/[locale]/checkout/lightbox/[orderId]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: lightbox[locale].title, robots: { index: false } } : {};
}

/**
 * The one page of the shop that may frame the gateway (lib/security-headers.ts). What the frame says is a hint: the
 * way out of here asks the gateway. Without JavaScript there is no window, and the payer is sent to the payment page.
 */
export default async function LightboxPage({ params }: Props) {
  const { locale, orderId } = await params;
  if (!isLocale(locale)) notFound();
  const order = (await findOrder(orderId, await viewer())) ?? notFound();
  const session = payableSession(order);
  if (!session?.processUrl || !isPayable(session, new Date())) redirect(`/${locale}/orders/${order.id}`);
  const texts = lightbox[locale];
  return (
    <PaymentColumns locale={locale} at="pay" summary={<OrderAside locale={locale} order={order} />}>
      <noscript>
        <meta httpEquiv="refresh" content={`0;url=${session.processUrl}`} />
      </noscript>
      <h1 className="text-4xl leading-tight font-bold sm:text-5xl">{texts.title}</h1>
      <p className="mt-3 mb-6 max-w-prose">{texts.intro(formatTime(session.expiresAt, locale))}</p>
      <LightboxWindow
        processUrl={session.processUrl}
        finishPath={`/${locale}/checkout/lightbox/${order.id}/finish`}
        texts={{
          frame: texts.frame,
          amount: formatMoney(session.amount, locale),
          close: texts.close,
          open: texts.open,
          instead: texts.instead,
          done: texts.done,
        }}
      />
    </PaymentColumns>
  );
}
