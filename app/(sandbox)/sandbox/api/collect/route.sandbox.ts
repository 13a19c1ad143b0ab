import { endpoint, noSuchRoute } from '@/lib/sandbox/endpoint';
import { collect } from '@/lib/sandbox/collect';

export const POST = endpoint('collect', collect);
export { noSuchRoute as DELETE, noSuchRoute as GET, noSuchRoute as PATCH, noSuchRoute as PUT };
