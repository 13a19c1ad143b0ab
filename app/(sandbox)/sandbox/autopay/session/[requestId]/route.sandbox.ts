import { querySession } from '@/lib/sandbox/sessions';
import { autopayEndpoint, noSuchRoute } from '@/lib/sandbox/endpoint';

export const POST = autopayEndpoint('query', querySession);
export const GET = noSuchRoute;
