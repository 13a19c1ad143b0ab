import { listTransactions } from '@/lib/sandbox/autopay/api';
import { autopayEndpoint, noSuchRoute } from '@/lib/sandbox/endpoint';

export const POST = autopayEndpoint('autopayTransactions', listTransactions);
export { noSuchRoute as DELETE, noSuchRoute as GET, noSuchRoute as PATCH, noSuchRoute as PUT };
