import { endpoint, noSuchRoute } from '@/lib/sandbox/endpoint';
import { lookUpToken } from '@/lib/sandbox/tokens';

export const POST = endpoint('token', lookUpToken);
export const GET = noSuchRoute;
