import { endpoint, noSuchRoute } from '@/lib/sandbox/endpoint';
import { act } from '@/lib/sandbox/transactions';

export const POST = endpoint('transaction', act);
export { noSuchRoute as DELETE, noSuchRoute as GET, noSuchRoute as PATCH, noSuchRoute as PUT };
