import { sandboxEnv } from '@/lib/sandbox/env';

/** An older address of the payment page, which merchants keep in old e-mails: leads to the page. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ requestId: string; key: string }> },
) {
  const { requestId, key } = await params;
  const path = [requestId, key].map(encodeURIComponent).join('/');
  return new Response(null, {
    status: 302,
    headers: { location: `${sandboxEnv().baseUrl}/spa/session/${path}${new URL(request.url).search}` },
  });
}
