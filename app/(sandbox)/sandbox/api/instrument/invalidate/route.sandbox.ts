import { endpoint, noSuchRoute } from '@/lib/sandbox/endpoint';
import { invalidate } from '@/lib/sandbox/tokens';

export const POST = endpoint('invalidate', invalidate);
export const GET = noSuchRoute;
