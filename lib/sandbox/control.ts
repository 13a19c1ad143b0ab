import 'server-only';
import { z } from 'zod';
import type { Whole } from './bookkeeping';
import { advanceClock } from './clock';
import { db } from './db';
import { sendDue, writeResend } from './deliveries';
import { readRequestId } from './endpoint';
import { isLoopback, sandboxEnv } from './env';
import { addFault, faultRule, forgeries, removeFault } from './faults';
import { readBody, type JsonObject } from './json';
import { readLedger } from './ledger';
import { decidePending, expireNow } from './pending';
import { isSame } from './signature';
import { tick } from './timers';

/**
 * The operator's side of the gateway as JSON, for tests and tools: with the key of SANDBOX_CONTROL_KEY in
 * `x-sandbox-key`, from this machine, and never from a page of somebody else's.
 */

type Asked = { id: string; query: URLSearchParams; body: JsonObject };

type Said = { http: number; body: object };

const ok = (body: object, http = 200): Said => ({ http, body });
const no = (http: number, problem: string): Said => ({ http, body: { problem } });

/** Method and path; `:id` is a number. To add a command: add its line. */
const commands: Readonly<Record<string, (asked: Asked) => Promise<Said>>> = {
  'POST faults': addRule,
  'GET faults': async ({ query }) => ok(await listRules(query.get('reference'))),
  'DELETE faults/:id': async ({ id }) =>
    (await removeFault(Number(id))) ? ok({}) : no(404, 'no such fault'),
  'POST sessions/:id/expire': ({ id }) => change(id, expireNow),
  'POST sessions/:id/approve': ({ id }) => change(id, (requestId) => decidePending(requestId, true)),
  'POST sessions/:id/reject': ({ id }) => change(id, (requestId) => decidePending(requestId, false)),
  'POST sessions/:id/notify': notify,
  'GET ledger': async ({ query }) => ok(await readLedger(query.get('reference') ?? '')),
  'GET deliveries': ({ query }) => deliveries(query.get('requestId') ?? ''),
  'POST clock': advance,
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
  const read = hasBody(request) ? await readBody(request) : ({ ok: true, body: {} } as const);
  if (!read.ok) return no(400, `the body is ${read.problem}`);
  return command({ id, query: url.searchParams, body: read.body });
}

function hasBody({ headers }: Request): boolean {
  return headers.has('transfer-encoding') || Number(headers.get('content-length') ?? 0) > 0;
}

async function addRule({ body }: Asked): Promise<Said> {
  const rule = faultRule.safeParse(body);
  if (!rule.success) return no(400, z.prettifyError(rule.error));
  return ok({ id: await addFault(rule.data) }, 201);
}

async function listRules(reference: string | null): Promise<{ faults: object[] }> {
  const faults = await db().fault.findMany({
    where: reference === null ? {} : { reference },
    orderBy: { id: 'asc' },
  });
  return { faults };
}

async function change(id: string, act: (requestId: number) => Promise<Whole | null>): Promise<Said> {
  const requestId = readRequestId(id);
  const session = requestId === null ? null : await act(requestId);
  if (!session) return no(409, 'no such session, or nothing in it to decide');
  await sendDue();
  return ok({ requestId, status: session.status, reason: session.reason });
}

const notifyBody = z.strictObject({ forge: z.enum(forgeries).optional() });

/** Sends the session's notification again, also before its end, and waits for the outcome. */
async function notify({ id, body }: Asked): Promise<Said> {
  const asked = notifyBody.safeParse(body);
  if (!asked.success) return no(400, z.prettifyError(asked.error));
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

const clockBody = z.strictObject({
  advanceMs: z
    .number()
    .int()
    .min(0)
    .max(366 * 86_400_000),
});

/** Moves the gateway's time, which all its sessions share, and does what has become due. */
async function advance({ body }: Asked): Promise<Said> {
  const asked = clockBody.safeParse(body);
  if (!asked.success) return no(400, z.prettifyError(asked.error));
  const time = await advanceClock(asked.data.advanceMs);
  await tick();
  return ok({ now: time.toISOString() });
}
