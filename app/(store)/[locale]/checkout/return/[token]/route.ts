import { defaultLocale, isLocale } from '@/lib/domain/locale';
import { keepAccessKey } from '@/lib/orders-cookie';
import { returnFromGateway, type Returned } from '@/lib/use-cases/return-from-gateway';
import { isPrefetch, nothingYet, sendTo } from '../../../return-answer';
import { takeWayBack } from '../../../wallet/way-back-cookie';

type Context = RouteContext<'/[locale]/checkout/return/[token]'>;

/**
 * The payer comes back from the gateway, whatever happened there. The token leaves the address bar at once: a guest's
 * view of the order goes on by cookie. It names no target, so it redirects nowhere but to the shop.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  if (isPrefetch(request.headers)) return nothingYet();
  const { locale: language, token } = await params;
  const locale = isLocale(language) ? language : defaultLocale;
  const returned = await returnFromGateway(token);
  if (returned?.accessKey) await keepAccessKey(returned.accessKey);
  return sendTo(locale, returned ? await pageOf(returned) : 'orders');
}

async function pageOf({ orderId, forWallet }: Returned): Promise<string> {
  if (!forWallet) return `orders/${orderId}`;
  const way = await takeWayBack();
  return `wallet?from=${orderId}${way ? `&to=${way}` : ''}`;
}
