import { cancelByMerchant } from '@/lib/sandbox/autopay/api';
import { autopayEndpoint, noSuchRoute } from '@/lib/sandbox/endpoint';

export const POST = autopayEndpoint('autopayCancel', cancelByMerchant);
export const GET = noSuchRoute;
