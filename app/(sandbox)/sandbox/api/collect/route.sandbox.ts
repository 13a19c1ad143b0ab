import { endpoint, noSuchRoute } from '@/lib/sandbox/endpoint';
import { collect } from '@/lib/sandbox/collect';

export const POST = endpoint('collect', collect);
export const GET = noSuchRoute;
