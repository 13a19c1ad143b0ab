import { defaultLocale, isLocale } from '@/lib/domain/locale';
import { env } from '@/lib/env';
import { keepAccessKey } from '@/lib/orders-cookie';
import { returnFromGateway, type Returned } from '@/lib/use-cases/return-from-gateway';

type Context = RouteContext<'/[locale]/checkout/return/[token]'>;

/**
 * The payer comes back from the gateway, whatever happened there. The token leaves the address bar at once: a guest's
 * view of the order goes on by cookie. It names no target, so it redirects nowhere but to the shop.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  if (isPrefetch(request.headers)) return new Response(null, { status: 204, headers: neverKept });
  const { locale: language, token } = await params;
  const locale = isLocale(language) ? language : defaultLocale;
  const returned = await returnFromGateway(token);
  if (returned?.accessKey) await keepAccessKey(returned.accessKey);
  const page = returned ? pageOf(returned) : 'orders';
  return new Response(null, {
    status: 303,
    headers: { ...neverKept, Location: `${env.publicUrl}/${locale}/${page}` },
  });
}

function pageOf({ orderId, forWallet }: Returned) {
  return forWallet ? `wallet?from=${orderId}` : `orders/${orderId}`;
}

const neverKept = { 'Cache-Control': 'private, no-store' };

/** Nobody has come back yet: a browser is only looking ahead. */
function isPrefetch(headers: Headers) {
  const purpose = `${headers.get('sec-purpose')} ${headers.get('purpose')}`;
  return purpose.includes('prefetch') || headers.has('next-router-prefetch');
}
