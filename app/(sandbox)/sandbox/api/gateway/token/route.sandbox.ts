import { endpoint, noSuchRoute } from '@/lib/sandbox/endpoint';
import { lookUpToken } from '@/lib/sandbox/tokens';

export const POST = endpoint('token', lookUpToken);
export { noSuchRoute as DELETE, noSuchRoute as GET, noSuchRoute as PATCH, noSuchRoute as PUT };
