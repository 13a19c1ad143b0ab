import { OrderLink } from '@/components/store/order-link';
import { viewer } from '@/lib/auth';
import { findAccessKey } from '@/lib/data/order-links';
import { orders } from '@/lib/dictionaries/orders';
import type { Locale } from '@/lib/domain/locale';
import type { Order } from '@/lib/domain/order';
import { env } from '@/lib/env';

/** The way back for somebody without an account; nothing for an order of an account. */
export async function GuestLink({ locale, order }: { locale: Locale; order: Order }) {
  const key = await findAccessKey(order.id, await viewer());
  if (key === null) return null;
  return (
    <OrderLink
      url={`${env.publicUrl}/${locale}/orders/${order.id}/open/${key}`}
      texts={orders[locale].keep}
    />
  );
}
