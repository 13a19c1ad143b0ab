import { viewer } from '@/lib/auth';
import { readSupportFile } from '@/lib/use-cases/support-file';

/** The order as one file for whoever gives support. Somebody else's order and no order at all are the same 404. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/[locale]/orders/[orderId]/support'>,
): Promise<Response> {
  const { orderId } = await params;
  const file = await readSupportFile(orderId, await viewer());
  if (!file) return new Response('Not found', { status: 404, headers: { 'Cache-Control': 'no-store' } });
  return new Response(file.json, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${file.name}"`,
      'Cache-Control': 'no-store',
    },
  });
}
