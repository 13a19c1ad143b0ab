import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FlowArticle } from '@/components/store/flow-article';
import { viewer } from '@/lib/auth';
import { findLastOrderOf } from '@/lib/data/flow-orders';
import { isLocale } from '@/lib/domain/locale';
import { findFlow } from '@/lib/flows';
import { OrderMessages } from '../../orders/[orderId]/order-messages';
import { FlowStates } from './flow-states';
import { TrySection } from './try-section';

type Props = PageProps<'/[locale]/flows/[flow]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, flow } = await params;
  return isLocale(locale) ? { title: findFlow(flow)?.texts[locale].title } : {};
}

/** One way to pay: its case, its rules, its states, trying it on a sample order, and what was said when this visitor did. */
export default async function FlowPage({ params }: Props) {
  const { locale, flow: slug } = await params;
  if (!isLocale(locale)) notFound();
  const flow = findFlow(slug) ?? notFound();
  const order = await findLastOrderOf(flow.slug, await viewer());
  return (
    <>
      <FlowArticle locale={locale} flow={flow.texts[locale]}>
        <FlowStates locale={locale} flow={flow} order={order} />
      </FlowArticle>
      <TrySection locale={locale} flow={flow} />
      {order && <OrderMessages locale={locale} order={order} />}
    </>
  );
}
