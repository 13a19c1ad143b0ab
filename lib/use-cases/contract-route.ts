import 'server-only';
import { largestContract } from '@/lib/placetopay/autopay-contracts';
import type { ContractAnswer, ContractCall } from './answer-autopay';
import { readAtMost } from './read-at-most';

/** A route of AutoPay's: takes the request apart, and writes the answer as JSON that nobody keeps. */
export function contractRoute(answer: (call: ContractCall) => Promise<ContractAnswer>) {
  return async (request: Request): Promise<Response> => {
    const { headers } = request;
    const address = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || '127.0.0.1';
    const body = await readAtMost(request, largestContract);
    const { http, body: said } = await answer({ authorization: headers.get('authorization'), address, body });
    return Response.json(said, { status: http, headers: { 'Cache-Control': 'no-store' } });
  };
}
