import 'server-only';
import { z } from 'zod';
import { autopayCommands } from './autopay/operator';
import type { Whole } from './bookkeeping';
import { advanceClock, clockSetting, freezeClock, now, releaseClock, syncClock } from './clock';
import { repeatDelivery } from './control-room/again';
import { db } from './db';
import { sendDue, writeResend } from './deliveries';
import { readRequestId } from './endpoint';
import { isLoopback, sandboxEnv } from './env';
import { drawFaults, scriptRequest } from './fault-script';
import { addFault, faultRule, forgeries, removeFault, type FaultRule } from './faults';
import { readBody, type JsonObject } from './json';
import { readLedger } from './ledger';
import { decidePending, expireNow, hurry, markPaid } from './pending';
import { cancelRecurrence, findRecurrence } from './recurrences';
import { reset } from './reset';
import { isSame } from './signature';
import { setSite } from './site-changes';
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
  'POST faults': addRules,
  'POST faults/script': playScript,
  'GET faults': async ({ query }) => ok(await listRules(query.get('reference'))),
  'DELETE faults/:id': async ({ id }) =>
    (await removeFault(Number(id))) ? ok({}) : no(404, 'no such fault'),
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
  'GET clock': async () => ok(toldTime()),
  'POST clock': setClock,
  ...autopayCommands,
  'POST reset': startAgain,
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

/** One rule, or `script`: a list of them, of which all are added or none. */
async function addRules({ body }: Asked): Promise<Said> {
  const rules = z
    .array(faultRule)
    .max(1000)
    .safeParse('script' in body ? body.script : [body]);
  if (!rules.success) return no(400, z.prettifyError(rules.error));
  const ids = await addAll(rules.data);
  return ok('script' in body ? { ids } : { id: ids[0] }, 201);
}

/** Draws a script from its seed and adds it; the answer is what was drawn. */
async function playScript({ body }: Asked): Promise<Said> {
  const asked = scriptRequest.safeParse(body);
  if (!asked.success) return no(400, z.prettifyError(asked.error));
  const rules = drawFaults(asked.data);
  return ok({ seed: asked.data.seed, ids: await addAll(rules), rules }, 201);
}

async function addAll(rules: readonly FaultRule[]): Promise<number[]> {
  const ids: number[] = [];
  for (const rule of rules) ids.push(await addFault(rule));
  return ids;
}

async function listRules(reference: string | null): Promise<{ faults: object[] }> {
  const faults = await db().fault.findMany({
    where: reference === null ? {} : { reference },
    orderBy: { id: 'asc' },
  });
  return { faults };
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

async function again(id: string, origin: 'RESEND' | 'DUPLICATE', times: number): Promise<Said> {
  const sent = await repeatDelivery(readRequestId(id) ?? 0, origin, times);
  return sent ? ok(sent) : no(404, 'no such delivery');
}

const clockBody = z.union([
  z.strictObject({
    advanceMs: z
      .number()
      .int()
      .min(0)
      .max(366 * 86_400_000),
  }),
  z.strictObject({ freeze: z.union([z.literal(true), z.iso.datetime({ offset: true })]) }),
  z.strictObject({ release: z.literal(true) }),
]);

/** Sets the gateway's time, which all its sessions share, and does what has become due. */
async function setClock({ body }: Asked): Promise<Said> {
  const asked = clockBody.safeParse(body);
  if (!asked.success) return no(400, z.prettifyError(asked.error));
  if ('advanceMs' in asked.data) await advanceClock(asked.data.advanceMs);
  else if ('release' in asked.data) await releaseClock();
  else await freezeClock(asked.data.freeze === true ? now() : new Date(asked.data.freeze));
  await tick();
  return ok(toldTime());
}

function toldTime(): { now: string; frozen: boolean } {
  const { now: time, frozen } = clockSetting();
  return { now: time.toISOString(), frozen };
}

const resetBody = z.strictObject({
  seed: z.string().min(1).max(100).optional(),
  freezeAt: z.iso.datetime({ offset: true }).optional(),
});

/** Everything but the sites is gone. */
async function startAgain({ body }: Asked): Promise<Said> {
  const asked = resetBody.safeParse(body);
  if (!asked.success) return no(400, z.prettifyError(asked.error));
  const { seed, freezeAt } = asked.data;
  await reset({ seed, freezeAt: freezeAt === undefined ? undefined : new Date(freezeAt) });
  return ok(toldTime());
}
