import { unavailableDocument } from '@/components/sandbox/unavailable';
import { screenOf } from '@/components/sandbox/screen';
import { askedLanguage } from '@/lib/sandbox/browser-language';
import { readPageLanguage } from '@/lib/sandbox/dictionaries/page';
import { openHosted } from '@/lib/sandbox/hosted';

type Context = { params: Promise<{ requestId: string; key: string }> };

/** "Session not available", with a 404. A session that is available after all is sent to its page. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { requestId, key } = await params;
  const { search, searchParams } = new URL(request.url);
  const asked = askedLanguage(request);
  const hosted = await openHosted(Number(requestId), key, asked);
  if (screenOf(hosted, null) !== 'unavailable') {
    return new Response(null, { status: 307, headers: { location: `../${key}${search}` } });
  }
  const session = hosted.kind === 'unavailable' ? hosted.session : null;
  const document = unavailableDocument({
    language: session
      ? readPageLanguage(searchParams.get('lang'), session.locale)
      : readPageLanguage(asked, 'es_CO'),
    returnUrl: session?.returnUrl ?? null,
    style: '/sandbox/spa/unavailable.css',
  });
  return new Response(document, {
    status: 404,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'private, no-store' },
  });
}
