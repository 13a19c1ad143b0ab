import { endpoint, noSuchRoute } from '@/lib/sandbox/endpoint';
import { invalidate } from '@/lib/sandbox/tokens';

export const POST = endpoint('invalidate', invalidate);
export { noSuchRoute as DELETE, noSuchRoute as GET, noSuchRoute as PATCH, noSuchRoute as PUT };
