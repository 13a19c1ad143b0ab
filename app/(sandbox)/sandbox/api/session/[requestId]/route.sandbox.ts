import { endpoint, noSuchRoute } from '@/lib/sandbox/endpoint';
import { querySession } from '@/lib/sandbox/sessions';

export const POST = endpoint('query', querySession);
export const GET = noSuchRoute;
