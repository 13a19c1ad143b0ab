import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PaymentColumns } from '@/components/store/payment-columns';
import { PaymentSteps } from '@/components/store/payment-steps';
import { viewer } from '@/lib/auth';
import { charge } from '@/lib/dictionaries/charge';
import { checkout } from '@/lib/dictionaries/checkout';
import { isLocale } from '@/lib/domain/locale';
import { findFlow, flows } from '@/lib/flows';
import { CardSection, findPayingCards } from '../card/card-section';
import { OrderAside } from '../order-aside';
import { readPayableOrder } from '../read-payable-order';
import { PaySection } from './pay-section';

type Props = PageProps<'/[locale]/checkout/[orderId]/[flow]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, flow } = await params;
  if (!isLocale(locale)) return {};
  return { title: findFlow(flow)?.texts[locale].title, robots: { index: false } };
}

export default async function PayPage({ params }: Props) {
  const { locale, orderId, flow: slug } = await params;
  if (!isLocale(locale)) notFound();
  const flow = findFlow(slug) ?? notFound();
  const order = await readPayableOrder(orderId, locale);
  if (!flow.appliesTo(order)) notFound();
  const { title, summary, steps } = flow.texts[locale];
  const cards = flow.takesKeptCard ? await findPayingCards(order, await viewer()) : [];
  const choices = flows.filter((other) => other.appliesTo(order));
  return (
    <PaymentColumns locale={locale} at="pay" summary={<OrderAside locale={locale} order={order} />}>
      <h1 className="text-4xl leading-tight font-bold sm:text-5xl">{title}</h1>
      <p className="mt-3 max-w-prose">{summary}</p>
      {choices.length > 1 && (
        <a
          href={`/${locale}/checkout/${order.id}`}
          className="text-base underline decoration-2 underline-offset-4"
        >
          {checkout[locale].pay.back}
        </a>
      )}
      {cards.length > 0 && (
        <div className="mt-6">
          <CardSection locale={locale} order={order} flow={flow} cards={cards} />
        </div>
      )}
      <PaymentSteps
        title={cards.length > 0 ? charge[locale].onPage : checkout[locale].pay.what}
        steps={steps}
      />
      <PaySection locale={locale} order={order} flow={flow} />
    </PaymentColumns>
  );
}
