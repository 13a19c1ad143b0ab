import { endpoint, noSuchRoute } from '@/lib/sandbox/endpoint';
import { querySession } from '@/lib/sandbox/sessions';

export const POST = endpoint('query', querySession);
export { noSuchRoute as DELETE, noSuchRoute as GET, noSuchRoute as PATCH, noSuchRoute as PUT };
