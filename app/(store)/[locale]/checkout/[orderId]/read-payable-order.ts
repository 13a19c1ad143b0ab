import { notFound, redirect } from 'next/navigation';
import { viewer } from '@/lib/auth';
import { findOrder } from '@/lib/data/orders';
import type { Locale } from '@/lib/domain/locale';
import type { Order } from '@/lib/domain/order';
import { orderStanding } from '@/lib/domain/order-standing';
import { looks } from '@/lib/domain/order-look';

/** The order somebody wants to pay. One that cannot be paid anew now is shown as it stands instead. */
export async function readPayableOrder(orderId: string, locale: Locale): Promise<Order> {
  const order = (await findOrder(orderId, await viewer())) ?? notFound();
  const { steps } = looks[orderStanding(order, new Date())];
  if (!steps.includes('pay') && !steps.includes('retry')) redirect(`/${locale}/orders/${order.id}`);
  return order;
}
