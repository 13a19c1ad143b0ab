import 'server-only';
import type { Contract } from '@/lib/domain/contract-meaning';
import { largestContract } from '@/lib/placetopay/autopay-contracts';
import type { ContractAnswer, ContractCall } from './answer-autopay';
import { inBackground } from './background';
import { noteContract } from './note-contract';
import { readAtMost } from './read-at-most';

/**
 * A route of AutoPay's: takes the request apart, and writes the answer as JSON that nobody keeps. What was said is noted for
 * the inspector once the answer is there, so that it costs the caller nothing.
 */
export function contractRoute(
  contract: Contract,
  answering: (call: ContractCall) => Promise<ContractAnswer>,
) {
  return async (request: Request): Promise<Response> => {
    const at = new Date();
    const start = performance.now();
    const { headers } = request;
    const address = headers.get('x-forwarded-for') ?? '127.0.0.1';
    const body = await readAtMost(request, largestContract);
    const call = { authorization: headers.get('authorization'), address, body };
    const answer = await answering(call);
    const durationMs = performance.now() - start;
    inBackground(() => noteContract({ contract, call, answer, durationMs, at }));
    return Response.json(answer.body, { status: answer.http, headers: { 'Cache-Control': 'no-store' } });
  };
}
