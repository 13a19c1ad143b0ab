import { endpoint, noSuchRoute } from '@/lib/sandbox/endpoint';
import { cancelSession } from '@/lib/sandbox/sessions';

export const POST = endpoint('cancel', cancelSession);
export { noSuchRoute as DELETE, noSuchRoute as GET, noSuchRoute as PATCH, noSuchRoute as PUT };
