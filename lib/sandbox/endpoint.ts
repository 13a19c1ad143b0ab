import 'server-only';
import { refusal, unauthenticated, unauthenticatedAutopay, type Answer } from './answers';
import { authenticate } from './auth';
import { now } from './clock';
import { connectionOf, watchConnections } from './connections';
import { db } from './db';
import { targetOf } from './fault-target';
import { sendDue } from './deliveries';
import { fireFaults, type CallOp, type Fired } from './faults';
import { playFaults, spoil } from './faulty-response';
import { readBody } from './json';
import type { Language } from './messages';
import { languageFor, type Call } from './sessions';

/**
 * What every endpoint of the API does before and after its own work: read, authenticate, answer. Nothing that
 * a caller sends ends in anything but JSON. Source: https://docs.placetopay.dev/checkout/api/policy
 */

/** Next gives a path without variables no params at all. */
type Context = { params?: Promise<Record<string, string> | undefined> };

export type Handler = (request: Request, context: Context) => Promise<Response>;

watchConnections();

/** How whoever may not call is told so. */
type Doorman = (code: number, language: Language, at: Date) => Answer;

/** `op` names the endpoint for fault rules. */
export function endpoint(
  op: CallOp,
  handle: (call: Call) => Promise<Answer>,
  turnAway: Doorman = unauthenticated,
): Handler {
  return async (request, context) => {
    try {
      const admitted = await admit(request, context, turnAway);
      return 'http' in admitted ? toResponse(admitted) : await run(request, op, admitted, handle);
    } catch (error) {
      console.error('The gateway failed:', error instanceof Error ? error.name : 'unknown error');
      return toResponse(refusal(500, 'XH', 'failure', 'es', now()));
    }
  };
}

/** As {@link endpoint}, but a failed authentication is HTTP 400, as AutoPay answers it. */
export function autopayEndpoint(op: CallOp, handle: (call: Call) => Promise<Answer>): Handler {
  return endpoint(op, handle, unauthenticatedAutopay);
}

/** Unknown paths answer as the gateway does. Source: https://docs.placetopay.dev/checkout/api/reference/session */
export function noSuchRoute(): Response {
  return toResponse(refusal(404, 'NA', 'noRoute', 'es', now()));
}

/** As JSON that nobody keeps. */
export function toResponse({ http, body }: Answer): Response {
  return Response.json(body, { status: http, headers: { 'cache-control': 'no-store' } });
}

type Admitted = { call: Call; hasRules: boolean };

/** The call, or the answer of whoever may not make it. */
async function admit(request: Request, context: Context, turnAway: Doorman): Promise<Admitted | Answer> {
  const read = await readBody(request);
  if (!read.ok && read.problem === 'malformed' && turnAway === unauthenticatedAutopay)
    return turnAway(100, 'es', now());
  if (!read.ok) return refuseBody(read.problem);
  const { body } = read;
  const known = await authenticate(body.auth, new Date());
  if (!known.ok) return turnAway(known.code, languageFor(body, known.site), now());
  const { requestId = '' } = (await context.params) ?? {};
  const visitor = visitorOf(request);
  const { site, hasRules } = known;
  return { call: { body, site, requestId: readRequestId(requestId), visitor, now: now() }, hasRules };
}

function refuseBody(problem: 'tooLarge' | 'notJson' | 'malformed'): Answer {
  if (problem === 'malformed') return refusal(401, 401, problem, 'es', now());
  return refusal(problem === 'tooLarge' ? 413 : 400, 'request_not_valid', problem, 'es', now());
}

/** Calls that make nothing to tell the merchant; a query that finds a session overdue leaves it to the timer. */
const silent: readonly CallOp[] = ['create', 'query', 'invalidate', 'information', 'token'];

async function run(
  request: Request,
  op: CallOp,
  { call, hasRules }: Admitted,
  handle: (call: Call) => Promise<Answer>,
): Promise<Response> {
  const fired: readonly Fired[] = hasRules ? await fireFaults(db(), op, await targetOf(op, call)) : [];
  const early = await playFaults(request, fired, 'beforeCommit');
  if (early) return early;
  const answer = await handle(call);
  if (!silent.includes(op)) void sendDue().catch(() => undefined);
  const late =
    (await playFaults(request, fired, 'afterCommit')) ?? (await playFaults(request, fired, 'response'));
  return late ?? spoil(answer, fired);
}

/** Null for what no session can have. */
export function readRequestId(text: string): number | null {
  const id = /^\d{1,10}$/.test(text) ? Number(text) : 0;
  return id > 0 && id <= 2_147_483_647 ? id : null;
}

/** Who calls, for what is charged without a payer at hand. */
function visitorOf(request: Request): Call['visitor'] {
  const ipAddress = connectionOf(request)?.remoteAddress ?? '127.0.0.1';
  return { ipAddress, userAgent: (request.headers.get('user-agent') ?? 'unknown').slice(0, 255) };
}
