import { findStock } from '@/lib/data/products';

const most = 50;

/** `GET /api/stock?slug=…&slug=…` → `{ [slug]: units }`, as of now. Unknown products are absent. */
export async function GET(request: Request): Promise<Response> {
  const slugs = [...new Set(new URL(request.url).searchParams.getAll('slug'))];
  const isAsked =
    slugs.length > 0 && slugs.length <= most && slugs.every((slug) => /^[a-z0-9-]{1,64}$/.test(slug));
  if (!isAsked) return Response.json({ problem: 'invalid' }, { status: 400, headers: fresh });
  return Response.json(await findStock(slugs), { headers: fresh });
}

const fresh = { 'Cache-Control': 'no-store' };
