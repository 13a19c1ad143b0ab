import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { FlowCard } from '@/components/store/flow-card';
import { FlowsNotNow } from '@/components/store/flows-not-now';
import { PaymentColumns } from '@/components/store/payment-columns';
import { viewer } from '@/lib/auth';
import { charge } from '@/lib/dictionaries/charge';
import { checkout } from '@/lib/dictionaries/checkout';
import { isLocale } from '@/lib/domain/locale';
import { flows } from '@/lib/flows';
import { CardSection, findPayingCards } from './card/card-section';
import { OrderAside } from './order-aside';
import { readPayableOrder } from './read-payable-order';

type Props = PageProps<'/[locale]/checkout/[orderId]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: checkout[locale].choose.title, robots: { index: false } } : {};
}

export default async function ChooseFlowPage({ params }: Props) {
  const { locale, orderId } = await params;
  if (!isLocale(locale)) notFound();
  const order = await readPayableOrder(orderId, locale);
  const fitting = flows.filter((flow) => flow.appliesTo(order));
  const [only] = fitting;
  const oneClick = fitting.find(({ takesKeptCard }) => takesKeptCard);
  // With one way to pay there is nothing to choose.
  const cards = await findPayingCards(order, await viewer());
  if (only && fitting.length === 1 && cards.length === 0)
    redirect(`/${locale}/checkout/${order.id}/${only.slug}`);
  const withCards = oneClick !== undefined && cards.length > 0;
  const others = flows.filter((flow) => !fitting.includes(flow));
  const texts = checkout[locale].choose;
  return (
    <PaymentColumns locale={locale} at="pay" summary={<OrderAside locale={locale} order={order} />}>
      <h1 className="text-4xl leading-tight font-bold sm:text-5xl">{texts.title}</h1>
      <p className="mt-3 mb-8 max-w-prose">
        {fitting.length === 0 ? texts.none : withCards ? texts.introWithCards : texts.intro}
      </p>
      {oneClick && cards.length > 0 && (
        <>
          <CardSection locale={locale} order={order} flow={oneClick} cards={cards} />
          <h2 className="mb-4 text-2xl font-bold">{charge[locale].otherWays}</h2>
        </>
      )}
      <ul className="grid gap-4">
        {fitting.map((flow) => (
          <FlowCard
            key={flow.slug}
            locale={locale}
            flow={flow}
            href={`/${locale}/checkout/${order.id}/${flow.slug}`}
          />
        ))}
      </ul>
      <FlowsNotNow locale={locale} flows={others} />
    </PaymentColumns>
  );
}
