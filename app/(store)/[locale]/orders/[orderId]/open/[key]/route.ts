import { findOrder } from '@/lib/data/orders';
import { defaultLocale, isLocale } from '@/lib/domain/locale';
import { env } from '@/lib/env';
import { keepAccessKey } from '@/lib/orders-cookie';

/**
 * The link a guest keeps: this browser may see the order from now on, and the key leaves the address at once. A key
 * that opens nothing leads to the same page, which then says what it says to every stranger.
 */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/[locale]/orders/[orderId]/open/[key]'>,
) {
  const { locale, orderId, key } = await params;
  const order = await findOrder(orderId, { kind: 'guest', accessKeys: [key] });
  if (order) await keepAccessKey(key);
  const language = isLocale(locale) ? locale : defaultLocale;
  return Response.redirect(`${env.publicUrl}/${language}/orders/${encodeURIComponent(orderId)}`, 303);
}
