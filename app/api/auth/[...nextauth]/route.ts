import NextAuth from 'next-auth';
import { authOptions } from '@/lib/auth';

const handler: (request: Request, context: unknown) => Promise<Response> = NextAuth(authOptions);

/** Signing in is a POST: asked to do it by a GET, next-auth would answer with a failure of its own. */
export async function GET(request: Request, context: unknown): Promise<Response> {
  if (new URL(request.url).pathname.includes('/callback/')) return new Response(null, { status: 405 });
  return handler(request, context);
}

export { handler as POST };
