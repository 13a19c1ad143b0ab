import { searchMandates } from '@/lib/sandbox/autopay/api';
import { autopayEndpoint, noSuchRoute } from '@/lib/sandbox/endpoint';

export const POST = autopayEndpoint('autopaySearch', searchMandates);
export const GET = noSuchRoute;
