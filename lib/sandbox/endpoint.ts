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

/** How those are answered whose call is not taken. */
type Door = {
  turnAway: (code: number, language: Language, at: Date) => Answer;
  /** To whoever sends what is not JSON by its type. */
  malformed: (at: Date) => Answer;
  /** The reason of what cannot be read. */
  unread: string;
};

const checkout: Door = {
  turnAway: unauthenticated,
  malformed: (at) => refusal(401, 401, 'malformed', 'es', at),
  unread: 'request_not_valid',
};

const autopay: Door = {
  turnAway: unauthenticatedAutopay,
  malformed: (at) => unauthenticatedAutopay(100, 'es', at),
  unread: 'BR',
};

/** `op` names the endpoint for fault rules. */
export function endpoint(op: CallOp, handle: (call: Call) => Promise<Answer>, door = checkout): Handler {
  return async (request, context) => {
    try {
      const admitted = await admit(request, context, door);
      return 'http' in admitted ? toResponse(admitted) : await run(request, op, admitted, handle);
    } catch (error) {
      console.error('The gateway failed:', error instanceof Error ? error.name : 'unknown error');
      return toResponse(refusal(500, 'XH', 'failure', 'es', now()));
    }
  };
}

/** As {@link endpoint}, but whoever may not call is told so as AutoPay tells it: HTTP 400. */
export function autopayEndpoint(op: CallOp, handle: (call: Call) => Promise<Answer>): Handler {
  return endpoint(op, handle, autopay);
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
async function admit(request: Request, context: Context, door: Door): Promise<Admitted | Answer> {
  const read = await readBody(request);
  if (!read.ok && read.problem === 'malformed') return door.malformed(now());
  if (!read.ok)
    return refusal(read.problem === 'tooLarge' ? 413 : 400, door.unread, read.problem, 'es', now());
  const { body } = read;
  const known = await authenticate(body.auth, new Date());
  if (!known.ok) return door.turnAway(known.code, languageFor(body, known.site), now());
  const { requestId = '' } = (await context.params) ?? {};
  const visitor = visitorOf(request);
  const { site, hasRules } = known;
  return { call: { body, site, requestId: readRequestId(requestId), visitor, now: now() }, hasRules };
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
