import { defaultLocale, isLocale } from '@/lib/domain/locale';
import { viewer } from '@/lib/auth';
import { env } from '@/lib/env';
import { askGateway } from '@/lib/use-cases/ask-gateway';

type Context = RouteContext<'/[locale]/checkout/lightbox/[orderId]/finish'>;

/**
 * The window with the payment page is closed, and whatever it said was only a hint: asks the gateway, and goes on to
 * the order. Asked too often, or about an order that is not the viewer's, nothing is asked and the order's page decides.
 */
export async function POST(_request: Request, { params }: Context): Promise<Response> {
  const { locale: language, orderId } = await params;
  const locale = isLocale(language) ? language : defaultLocale;
  await askGateway({ orderId, viewer: await viewer() });
  const path = `/${locale}/orders/${encodeURIComponent(orderId)}`;
  return new Response(null, {
    status: 303,
    headers: { 'Cache-Control': 'private, no-store', Location: `${env.publicUrl}${path}` },
  });
}
