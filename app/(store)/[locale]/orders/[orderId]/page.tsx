import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { ChargeRefusal } from '@/components/store/charge-refusal';
import { DecideBy } from '@/components/store/decide-by';
import { FlowOutcome } from '@/components/store/flow-outcome';
import { OrderAttempts } from '@/components/store/order-attempts';
import { OrderBanner } from '@/components/store/order-banner';
import { OrderBuyer } from '@/components/store/order-buyer';
import { OrderHeading } from '@/components/store/order-heading';
import { OrderLines } from '@/components/store/order-lines';
import { OrderTimeline } from '@/components/store/order-timeline';
import { orders } from '@/lib/dictionaries/orders';
import { decideBy } from '@/lib/domain/decide-by';
import { isLocale } from '@/lib/domain/locale';
import { orderStanding } from '@/lib/domain/order-standing';
import { isOperator } from '@/lib/domain/viewer';
import { viewer } from '@/lib/auth';
import { findOrder } from '@/lib/data/orders';
import { env } from '@/lib/env';
import { FollowUps } from './follow-ups';
import { GuestLink } from './guest-link';
import { MembershipLink } from './membership-link';
import { NextSteps } from './next-steps';
import { OrderMessages } from './order-messages';
import { PartialDecision } from './partial-decision';

type Props = PageProps<'/[locale]/orders/[orderId]'>;

/** Somebody else's order and no order at all look the same from here. */
const readOrder = cache(async (orderId: string) => findOrder(orderId, await viewer()));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, orderId } = await params;
  const order = await readOrder(orderId);
  if (!isLocale(locale) || !order) return {};
  return { title: orders[locale].number(order.number), robots: { index: false } };
}

export default async function OrderPage({ params }: Props) {
  const { locale, orderId } = await params;
  if (!isLocale(locale)) notFound();
  const order = (await readOrder(orderId)) ?? notFound();
  const seen = await viewer();
  const standing = orderStanding(order, new Date());
  const waitsUntil = decideBy(order.sessions, env.confirmationMinutes);
  return (
    <>
      <OrderHeading locale={locale} order={order} standing={standing} />
      <OrderBanner locale={locale} order={order} standing={standing}>
        {waitsUntil && <DecideBy locale={locale} at={waitsUntil} />}
        <NextSteps locale={locale} order={order} standing={standing} />
      </OrderBanner>
      <ChargeRefusal locale={locale} order={order} />
      <MembershipLink locale={locale} orderId={order.id} viewer={seen} />
      <GuestLink locale={locale} order={order} />
      {isOperator(seen) && (
        <>
          <PartialDecision locale={locale} order={order} />
          <FollowUps locale={locale} order={order} />
        </>
      )}
      <div className="gap-x-12 lg:grid lg:grid-cols-[3fr_2fr]">
        <div>
          <OrderLines locale={locale} order={order} />
          <FlowOutcome locale={locale} order={order} now={new Date()} />
          <OrderAttempts locale={locale} order={order} />
        </div>
        <div>
          <OrderBuyer locale={locale} order={order} />
          <OrderTimeline locale={locale} order={order} />
        </div>
      </div>
      <OrderMessages locale={locale} order={order} />
    </>
  );
}
