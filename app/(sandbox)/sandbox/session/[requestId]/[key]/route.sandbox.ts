import { sandboxEnv } from '@/lib/sandbox/env';

/** The address the page had before: merchants keep it in old e-mails. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ requestId: string; key: string }> },
) {
  const { requestId, key } = await params;
  const path = [requestId, key].map(encodeURIComponent).join('/');
  return new Response(null, {
    status: 302,
    headers: { location: `${sandboxEnv().baseUrl}/spa/session/${path}` },
  });
}
