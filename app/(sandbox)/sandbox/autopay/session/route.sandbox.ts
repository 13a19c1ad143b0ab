import { createAutopaySession } from '@/lib/sandbox/sessions';
import { autopayEndpoint, noSuchRoute } from '@/lib/sandbox/endpoint';

export const POST = autopayEndpoint('create', createAutopaySession);
export const GET = noSuchRoute;
