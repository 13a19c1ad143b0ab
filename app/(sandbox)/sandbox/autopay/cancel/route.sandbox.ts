import { cancelByMerchant } from '@/lib/sandbox/autopay/api';
import { autopayEndpoint, noSuchRoute } from '@/lib/sandbox/endpoint';

export const POST = autopayEndpoint('autopayCancel', cancelByMerchant);
export { noSuchRoute as DELETE, noSuchRoute as GET, noSuchRoute as PATCH, noSuchRoute as PUT };
