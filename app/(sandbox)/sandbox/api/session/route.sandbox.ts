import { endpoint, noSuchRoute } from '@/lib/sandbox/endpoint';
import { createSession } from '@/lib/sandbox/sessions';

export const POST = endpoint('create', createSession);
export { noSuchRoute as DELETE, noSuchRoute as GET, noSuchRoute as PATCH, noSuchRoute as PUT };
