import 'server-only';
import { cancelByHand, replayByHand, runNow } from '../autopay/operator';
import { advanceClock, freezeClock, releaseClock, syncClock } from '../clock';
import { sendDue } from '../deliveries';
import { readRequestId } from '../endpoint';
import { addFault, forgeries, removeFault, type Forgery } from '../faults';
import { decidePending, expireNow, markPaid } from '../pending';
import { cancelRecurrence } from '../recurrences';
import { reset } from '../reset';
import { catchUp } from '../timers';
import { repeatDelivery, tellAgain } from './again';
import { readFaultForm } from './fault-form';
import { invalidateByHand } from './instruments';
import { closeRoom, cookieOf, isFromHere, isInside, openRoom } from './gate';

/**
 * What the buttons of the control room do: plain posts, answered with a redirect to the page they came from, so that
 * they work without JavaScript.
 */
export type Problem = 'key' | 'nothing' | 'fault' | 'time' | 'confirm';

type Form = Record<string, string>;

type Done = Problem | null;

/** To add a button: add its line here, and its words in dictionaries/control-room.ts. */
const acts = {
  resend: async ({ requestId }: Form) => done(await tellAgain(idOf(requestId), null)),
  tamper: async ({ requestId, forge }: Form) =>
    isForgery(forge) ? done(await tellAgain(idOf(requestId), forge)) : 'nothing',
  replay: async ({ delivery }: Form) => done(await repeatDelivery(idOf(delivery), 'RESEND')),
  duplicate: async ({ delivery }: Form) => done(await repeatDelivery(idOf(delivery), 'DUPLICATE', 2)),
  approve: async ({ requestId }: Form) => changed(await decidePending(idOf(requestId), true)),
  refuse: async ({ requestId }: Form) => changed(await decidePending(idOf(requestId), false)),
  paid: async ({ requestId }: Form) => changed(await markPaid(idOf(requestId))),
  expire: async ({ requestId }: Form) => changed(await expireNow(idOf(requestId))),
  invalidate: async ({ instrument }: Form) => done(await invalidateByHand(idOf(instrument))),
  cancelRecurrence: async ({ requestId }: Form) => done(await cancelRecurrence(idOf(requestId))),
  runAutopay: async ({ autopay = '' }: Form) => done(await runNow(autopay)),
  cancelAutopay: async ({ autopay = '' }: Form) => done(await cancelByHand(autopay)),
  replayCall: async ({ call }: Form) => done(await replayByHand(idOf(call))),
  addFault: async (form: Form) => {
    const rule = readFaultForm(form);
    if (!rule) return 'fault';
    await addFault(rule);
    return null;
  },
  removeFault: async ({ fault }: Form) => ((await removeFault(idOf(fault))) ? null : 'nothing'),
  freeze: async () => done(await freezeClock()),
  release: async () => done(await releaseClock()),
  advance: async ({ minutes }: Form) => {
    if (!/^\d{1,6}$/.test(minutes ?? '') || Number(minutes) > 366 * 24 * 60) return 'time';
    await advanceClock(Number(minutes) * 60_000);
    await catchUp();
    return null;
  },
  reset: async ({ confirm, seed }: Form) => {
    if (confirm !== 'yes') return 'confirm';
    await reset({ seed: seed?.trim() || undefined });
    return null;
  },
} satisfies Record<string, (form: Form) => Promise<Done>>;

export type Act = keyof typeof acts;

/** Answers every form of the room. */
export async function act(request: Request): Promise<Response> {
  if (!isFromHere(request)) return refuse(403, 'This form is not of the control room.');
  const form = await readForm(request);
  if (!form) return refuse(400, 'This form cannot be read.');
  if (form.act === 'enter') return enter(form);
  if (form.act === 'leave') return redirect(form, null, closeRoom());
  if (!isInside(cookieOf(request), new Date())) return redirect(form, 'key');
  if (!isAct(form.act)) return refuse(400, 'There is no such button.');
  await syncClock();
  return redirect(form, await acts[form.act](form));
}

function enter(form: Form): Response {
  const cookie = openRoom(form.key ?? '', new Date());
  return cookie ? redirect(form, null, cookie) : redirect(form, 'key');
}

/** Back to the page of the form, which must be one of ours; `done` or `problem` says how it went. */
function redirect({ act: name = '', back = '', lang = '' }: Form, problem: Done, cookie?: string): Response {
  const path = /^\/sandbox\/control(\/[\w/-]*)?$/.test(back) ? back : '/sandbox/control';
  const query = new URLSearchParams();
  if (/^(es|en)$/.test(lang)) query.set('lang', lang);
  if (problem) query.set('problem', problem);
  else if (isAct(name)) query.set('done', name);
  return new Response(null, {
    status: 303,
    headers: {
      location: `${path}?${query}`,
      'cache-control': 'no-store',
      ...(cookie && { 'set-cookie': cookie }),
    },
  });
}

/** Null for anything but a small form of text fields. */
async function readForm(request: Request): Promise<Form | null> {
  const type = request.headers.get('content-type') ?? '';
  if (!type.startsWith('application/x-www-form-urlencoded')) return null;
  const text = await request.text();
  return text.length > 10_000 ? null : Object.fromEntries(new URLSearchParams(text));
}

/** What was pending or open is not any more: the merchant hears of it. */
async function changed(session: object | null): Promise<Done> {
  if (session) await sendDue();
  return done(session);
}

function done(result: object | null): Done {
  return result ? null : 'nothing';
}

function idOf(text: string | undefined): number {
  return readRequestId(text ?? '') ?? 0;
}

function isForgery(text: string | undefined): text is Forgery {
  return (forgeries as readonly (string | undefined)[]).includes(text);
}

function isAct(text: string | undefined): text is Act {
  return text !== undefined && Object.hasOwn(acts, text);
}

function refuse(status: number, why: string): Response {
  return new Response(why, {
    status,
    headers: { 'content-type': 'text/plain', 'cache-control': 'no-store' },
  });
}
