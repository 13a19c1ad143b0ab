import 'server-only';
import { z } from 'zod';
import { autopayCommands } from './autopay/operator';
import type { Whole } from './bookkeeping';
import { syncClock } from './clock';
import { clockCommands } from './control-clock';
import { no, ok, unreadable, type Asked, type Commands, type Said } from './control-command';
import { faultCommands } from './control-faults';
import { repeatDelivery } from './control-room/again';
import { db } from './db';
import { sendDue, writeResend } from './deliveries';
import { readRequestId } from './endpoint';
import { isLoopback, sandboxEnv } from './env';
import { forgeries } from './faults';
import { readBody } from './json';
import { readLedger } from './ledger';
import { decidePending, expireNow, hurry, markPaid } from './pending';
import { cancelRecurrence, findRecurrence } from './recurrences';
import { isSame } from './signature';
import { setSite } from './site-changes';

/**
 * The operator's side of the gateway as JSON, for tests and tools: with the key of SANDBOX_CONTROL_KEY in
 * `x-sandbox-key`, from this machine, and never from a page of somebody else's.
 */

/** To add a command: add its line, here or in the list of its subject. */
const commands: Commands = {
  ...faultCommands,
  'GET sessions/:id': ({ id }) => received(id),
  'POST sessions/:id/expire': ({ id }) => change(id, expireNow),
  'POST sessions/:id/approve': ({ id }) => change(id, (requestId) => decidePending(requestId, true)),
  'POST sessions/:id/reject': ({ id }) => change(id, (requestId) => decidePending(requestId, false)),
  'POST sessions/:id/paid': ({ id }) => change(id, markPaid),
  'POST sessions/:id/hurry': ({ id }) => change(id, hurry),
  'POST sessions/:id/notify': notify,
  'GET sessions/:id/recurrence': async ({ id }) => recurrence(await findRecurrence(readRequestId(id) ?? 0)),
  'POST sessions/:id/recurrence/cancel': async ({ id }) =>
    recurrence(await cancelRecurrence(readRequestId(id) ?? 0)),
  'POST deliveries/:id/replay': ({ id }) => again(id, 'RESEND', 1),
  'POST deliveries/:id/duplicate': ({ id }) => again(id, 'DUPLICATE', 2),
  'GET ledger': async ({ query }) => ok(await readLedger(query.get('reference') ?? '')),
  'GET deliveries': ({ query }) => deliveries(query.get('requestId') ?? ''),
  ...clockCommands,
  ...autopayCommands,
  'POST sites': ({ body }) => setSite(body),
};

/** Answers every path under `__sandbox`. */
export async function control(request: Request): Promise<Response> {
  try {
    const { http, body } = isAllowed(request)
      ? await dispatch(request)
      : no(403, 'key, Host or Origin refused');
    return Response.json(body, { status: http, headers: { 'cache-control': 'no-store' } });
  } catch (error) {
    console.error('The control API failed:', error instanceof Error ? error.name : 'unknown error');
    return Response.json({ problem: 'the control API failed' }, { status: 500 });
  }
}

/** A page elsewhere can make a browser call localhost, but not with our Host, our Origin and the key. */
function isAllowed(request: Request): boolean {
  const host = request.headers.get('host') ?? '';
  const origin = request.headers.get('origin');
  const ownOrigin = new URL(sandboxEnv().baseUrl).origin;
  if (!URL.canParse(`http://${host}`) || !isLoopback(new URL(`http://${host}`).hostname)) return false;
  if (origin !== null && origin !== ownOrigin) return false;
  return isSame(request.headers.get('x-sandbox-key') ?? '', sandboxEnv().controlKey);
}

async function dispatch(request: Request): Promise<Said> {
  const url = new URL(request.url);
  const path = decodeURIComponent(url.pathname).replace(/^.*\/__sandbox\/+/, '');
  const id = /\d+/.exec(path)?.[0] ?? '';
  const command = commands[`${request.method} ${path.replace(/\d+/, ':id').replace(/\/$/, '')}`];
  if (!command) return no(404, `no such command: ${request.method} ${path}`);
  const read = hasBody(request) ? await readBody(request, 'sent') : ({ ok: true, body: {} } as const);
  if (!read.ok) return no(400, `the body is ${read.problem}`);
  await syncClock();
  return command({ id, query: url.searchParams, body: read.body });
}

function hasBody({ headers }: Request): boolean {
  return headers.has('transfer-encoding') || Number(headers.get('content-length') ?? 0) > 0;
}

/** What the merchant asked for, as it was kept: to compare with what a merchant believes to have sent. */
async function received(id: string): Promise<Said> {
  const session = await db().session.findUnique({ where: { requestId: readRequestId(id) ?? 0 } });
  if (!session) return no(404, 'no such session');
  const { requestId, reference, request } = session;
  return ok({ requestId, reference, request });
}

async function change(id: string, act: (requestId: number) => Promise<Whole | null>): Promise<Said> {
  const requestId = readRequestId(id);
  const session = requestId === null ? null : await act(requestId);
  if (!session) return no(409, 'no such session, or nothing in it to decide');
  await sendDue();
  return ok({ requestId, status: session.status, reason: session.reason });
}

const recurrence = (row: object | null): Said => (row ? ok(row) : no(404, 'nothing is repeated there'));

const notifyBody = z.strictObject({ forge: z.enum(forgeries).optional() });

/** Sends the session's notification again, also before its end, and waits for the outcome. */
async function notify({ id, body }: Asked): Promise<Said> {
  const asked = notifyBody.safeParse(body);
  if (!asked.success) return unreadable(asked.error);
  const requestId = readRequestId(id) ?? 0;
  const session = await db().session.findUnique({ where: { requestId }, include: { site: true } });
  if (!session) return no(404, 'no such session');
  const written = await writeResend(session, session.site, asked.data.forge ?? null);
  if (!written) return no(409, 'the site has no notification URL');
  await sendDue();
  return ok((await db().delivery.findUnique({ where: { id: written.id } })) ?? {});
}

async function deliveries(id: string): Promise<Said> {
  const requestId = readRequestId(id);
  if (requestId === null) return no(400, 'say which requestId');
  return ok({ deliveries: await db().delivery.findMany({ where: { requestId }, orderBy: { id: 'asc' } }) });
}

async function again(id: string, origin: 'RESEND' | 'DUPLICATE', times: number): Promise<Said> {
  const sent = await repeatDelivery(readRequestId(id) ?? 0, origin, times);
  return sent ? ok(sent) : no(404, 'no such delivery');
}
