import { endpoint, noSuchRoute } from '@/lib/sandbox/endpoint';
import { act } from '@/lib/sandbox/transactions';

export const POST = endpoint('transaction', act);
export const GET = noSuchRoute;
