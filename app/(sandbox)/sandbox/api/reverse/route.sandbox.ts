import { endpoint, noSuchRoute } from '@/lib/sandbox/endpoint';
import { reverseLegacy } from '@/lib/sandbox/transactions';

export const POST = endpoint('reverse', reverseLegacy);
export { noSuchRoute as DELETE, noSuchRoute as GET, noSuchRoute as PATCH, noSuchRoute as PUT };
