import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** `/lightbox.min.js`: any page may load it. Source: https://docs.placetopay.dev/checkout/lightbox */
export async function lightboxScript(): Promise<Response> {
  const script = await readFile(join(process.cwd(), 'lib/sandbox/lightbox/p.js'));
  return new Response(new Uint8Array(script), {
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=300',
      'cross-origin-resource-policy': 'cross-origin',
    },
  });
}
