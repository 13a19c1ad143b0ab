import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ApiInspector } from '@/components/store/inspector/api-inspector';
import { viewer } from '@/lib/auth';
import { findExchanges, mayInspect, type Seen } from '@/lib/data/exchanges';
import { findOrder } from '@/lib/data/orders';
import { inspector } from '@/lib/dictionaries/inspector';
import { orders } from '@/lib/dictionaries/orders';
import { isLocale } from '@/lib/domain/locale';
import { isOperator } from '@/lib/domain/viewer';
import { env } from '@/lib/env';
import { SupportLink } from '../order-messages';

type Props = PageProps<'/[locale]/orders/[orderId]/messages'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: inspector[locale].title, robots: { index: false } } : {};
}

/** Everything that was said about an order, twenty at a time. Somebody else's order does not exist here either. */
export default async function MessagesPage({ params, searchParams }: Props) {
  const { locale, orderId } = await params;
  if (!isLocale(locale)) notFound();
  const seen = await viewer();
  const order = mayInspect(seen) ? await findOrder(orderId, seen) : null;
  if (!order) notFound();
  const before = readSeen((await searchParams).before);
  const { list, more } = await findExchanges(orderId, seen, { limit: 20, ...(before && { before }) });
  const texts = inspector[locale];
  const oldest = list.at(-1);
  const path = `/${locale}/orders/${orderId}`;
  return (
    <>
      <h1 className="mt-8 text-2xl leading-tight font-bold sm:text-4xl">
        {orders[locale].heading(order.number)}
      </h1>
      <p>
        <a href={path} className={linkStyle}>
          {texts.back(order.number)}
        </a>
      </p>
      <ApiInspector
        locale={locale}
        exchanges={list}
        sessions={order.sessions}
        gatewayUrl={env.placetopay.url}
        isDemo={!isOperator(seen)}
      >
        <p className="mt-4 flex flex-wrap gap-x-6 gap-y-2">
          {before && (
            <a href={`${path}/messages`} className={linkStyle}>
              {texts.newest}
            </a>
          )}
          {more && oldest && (
            <a href={`${path}/messages?before=${oldest.at.toISOString()}_${oldest.id}`} className={linkStyle}>
              {texts.older}
            </a>
          )}
          <SupportLink locale={locale} orderId={orderId} />
        </p>
      </ApiInspector>
    </>
  );
}

const linkStyle = 'inline-block py-2 font-semibold underline decoration-2 underline-offset-4 hover:text-clay';

function readSeen(text: string | string[] | undefined): Seen | null {
  const [, date = '', id = ''] = /^(\d{4}-[\dT:.-]+Z)_([\w-]{1,64})$/.exec(String(text)) ?? [];
  const at = new Date(date);
  return Number.isNaN(at.getTime()) ? null : { at, id };
}
