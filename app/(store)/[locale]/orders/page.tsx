import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { OrderCard } from '@/components/store/order-card';
import { Pages } from '@/components/store/pages';
import { buttonStyle } from '@/components/ui/button';
import { viewer } from '@/lib/auth';
import { findOrders } from '@/lib/data/orders';
import { mandates } from '@/lib/dictionaries/mandates';
import { memberships } from '@/lib/dictionaries/memberships';
import { orders as ordersTexts } from '@/lib/dictionaries/orders';
import { wallet } from '@/lib/dictionaries/wallet';
import { isLocale, type Locale } from '@/lib/domain/locale';
import { orderStanding } from '@/lib/domain/order-standing';
import { isOperator } from '@/lib/domain/viewer';
import { MembershipNotice } from '../memberships/membership-notice';
import { AccountSection } from '../sign-in/account-section';

type Props = PageProps<'/[locale]/orders'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: ordersTexts[locale].title, robots: { index: false } } : {};
}

export default async function OrdersPage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const { page: asked } = await searchParams;
  const seen = await viewer();
  const { orders, page, pages } = await findOrders(seen, { page: Number(asked ?? 1), perPage: 10 });
  const texts = ordersTexts[locale];
  const now = new Date();
  return (
    <>
      <h1 className="mt-8 text-4xl leading-tight font-bold sm:text-5xl">{texts.title}</h1>
      <p className="mt-3">{texts.whose[seen.kind]}</p>
      {isOperator(seen) && (
        <a href={`/${locale}/operator`} className={linkStyle}>
          {texts.toOperator}
        </a>
      )}
      {seen.kind !== 'guest' && (
        <span className="flex flex-wrap gap-x-6">
          <a href={`/${locale}/wallet`} className={linkStyle}>
            {wallet[locale].link}
          </a>
          <a href={`/${locale}/memberships`} className={linkStyle}>
            {memberships[locale].link}
          </a>
          <a href={`/${locale}/mandates`} className={linkStyle}>
            {mandates[locale].link}
          </a>
        </span>
      )}
      {seen.kind === 'guest' && (
        <a href={`/${locale}/sign-in?to=orders`} className={linkStyle}>
          {texts.signInInstead}
        </a>
      )}
      <MembershipNotice locale={locale} viewer={seen} />
      {orders.length === 0 && <NoOrders locale={locale} />}
      <ul className="my-8 grid grid-cols-1 gap-4">
        {orders.map((order) => (
          <OrderCard key={order.id} locale={locale} order={order} standing={orderStanding(order, now)} />
        ))}
      </ul>
      <Pages
        page={page}
        pages={pages}
        path={`/${locale}/orders`}
        texts={{ label: texts.pages, previous: texts.newer, next: texts.older }}
      />
      {seen.kind !== 'guest' && <AccountSection locale={locale} name={seen.name} />}
    </>
  );
}

const linkStyle = 'inline-block py-1 font-semibold underline decoration-2 underline-offset-4';

function NoOrders({ locale }: { locale: Locale }) {
  const texts = ordersTexts[locale];
  return (
    <div className="my-10">
      <p className="text-2xl font-bold">{texts.none}</p>
      <p className="mt-1 mb-5">{texts.noneNext}</p>
      <a href={`/${locale}`} className={buttonStyle()}>
        {texts.toShop}
      </a>
    </div>
  );
}
