import { endpoint, noSuchRoute } from '@/lib/sandbox/endpoint';
import { information } from '@/lib/sandbox/information';

export const POST = endpoint('information', information);
export { noSuchRoute as DELETE, noSuchRoute as GET, noSuchRoute as PATCH, noSuchRoute as PUT };
