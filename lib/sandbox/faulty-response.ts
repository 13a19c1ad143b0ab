import 'server-only';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type { Answer } from './answers';
import { connectionOf } from './connections';
import { asCallAction, type CallAction, type Fired } from './faults';
import { isObject } from './json';

/**
 * Answers that go wrong as a rule asks. `reset` sends a TCP RST on Node's own server, and elsewhere breaks the
 * body off; `hang` answers when the client has gone, at the latest after ten minutes.
 */

const tenMinutes = 10 * 60 * 1000;

/** Plays the rules of one moment. A response ends the call; null lets it go on. */
export async function playFaults(
  request: Request,
  fired: readonly Fired[],
  at: string,
): Promise<Response | null> {
  for (const action of actionsAt(fired, at)) {
    if ('delayMs' in action) await wait(action.delayMs);
    if ('hang' in action) return hang(request);
    if ('reset' in action) return reset(request);
    if ('status' in action) return broken(action.status);
  }
  return null;
}

/** The answer with its body spoiled, after everything else has happened. */
export function spoil({ http, body }: Answer, fired: readonly Fired[]): Response {
  const actions = actionsAt(fired, 'response');
  const changed = actions.reduce<unknown>((value, action) => mutate(value, action), body);
  const text = JSON.stringify(changed);
  const pick = <K extends string>(name: K) =>
    actions.find((action) => name in action) as Record<K, never> | undefined;
  const contentType = pick('contentType')?.contentType ?? 'application/json';
  const headers = { 'content-type': contentType, 'cache-control': 'no-store' };
  const cut = pick('truncateAt')?.truncateAt;
  const content = cut === undefined ? text : text.slice(0, cut);
  const oversize = pick('oversizeBytes')?.oversizeBytes;
  const speed = pick('dripBytesPerSecond')?.dripBytesPerSecond;
  if (oversize !== undefined) return new Response(padded(content, oversize), { status: http, headers });
  if (speed !== undefined) return new Response(drip(content, speed), { status: http, headers });
  return new Response(content, { status: http, headers });
}

function actionsAt(fired: readonly Fired[], at: string): CallAction[] {
  return fired
    .filter((fault) => fault.at === at)
    .map(asCallAction)
    .filter((action) => action !== null);
}

async function hang(request: Request): Promise<Response> {
  const socket = connectionOf(request);
  const gone = socket ? once(socket, 'close').catch(() => undefined) : new Promise(() => undefined);
  await Promise.race([gone, wait(tenMinutes, undefined, { ref: false })]);
  return broken(504);
}

function reset(request: Request): Response {
  const socket = connectionOf(request);
  if (socket) {
    socket.resetAndDestroy();
    return broken(500);
  }
  const body = new ReadableStream({ pull: (controller) => controller.error(new Error('reset on purpose')) });
  return new Response(body, { headers: { 'content-type': 'application/json' } });
}

/** As a proxy in front of a dead server answers: HTML. */
function broken(status: number): Response {
  const hasBody = status !== 204 && status !== 304;
  const html = `<html><body><h1>${status}</h1></body></html>`;
  return new Response(hasBody ? html : null, { status, headers: { 'content-type': 'text/html' } });
}

/** `status.status` or `payment.0.amount.from.total`; without a value the member goes away. */
function mutate(body: unknown, action: CallAction): unknown {
  if (!('mutate' in action)) return body;
  const { path, value } = action.mutate;
  const copy: unknown = JSON.parse(JSON.stringify(body));
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  const holder = steps.reduce<unknown>(memberOf, copy);
  if (Array.isArray(holder)) holder[Number(last)] = value;
  else if (isObject(holder)) holder[last] = value;
  return copy;
}

function memberOf(holder: unknown, step: string): unknown {
  if (Array.isArray(holder)) return holder[Number(step)];
  return isObject(holder) && Object.hasOwn(holder, step) ? holder[step] : undefined;
}

/** The answer, and then spaces until it is that long: valid JSON for whoever reads to the end. */
function padded(text: string, bytes: number): ReadableStream<Uint8Array> {
  const chunk = Buffer.alloc(64 * 1024, ' ');
  let left = bytes - Buffer.byteLength(text);
  let begun = false;
  return new ReadableStream({
    pull(controller) {
      if (!begun) controller.enqueue(Buffer.from(text));
      else if (left > 0) controller.enqueue(chunk.subarray(0, left));
      if (begun) left -= chunk.length;
      begun = true;
      if (left <= 0) controller.close();
    },
  });
}

function drip(text: string, bytesPerSecond: number): ReadableStream<Uint8Array> {
  const bytes = Buffer.from(text);
  const step = Math.max(1, Math.floor(bytesPerSecond / 10));
  let at = 0;
  return new ReadableStream({
    async pull(controller) {
      await wait(at === 0 ? 0 : 100);
      controller.enqueue(bytes.subarray(at, at + step));
      at += step;
      if (at >= bytes.length) controller.close();
    },
  });
}
