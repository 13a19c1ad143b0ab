import 'server-only';
import { z } from 'zod';
import { no, ok, unreadable, type Asked, type Commands, type Said } from './control-command';
import { db } from './db';
import { drawFaults, scriptRequest } from './fault-script';
import { addFault, faultRule, removeFault, type FaultRule } from './faults';

/** Rules of what goes wrong, by the control API: see control.ts. */
export const faultCommands: Commands = {
  'POST faults': addRules,
  'POST faults/script': playScript,
  'GET faults': async ({ query }) => ok(await listRules(query.get('reference'))),
  'DELETE faults/:id': async ({ id }) =>
    (await removeFault(Number(id))) ? ok({}) : no(404, 'no such fault'),
};

/** One rule, or `script`: a list of them, of which all are added or none. */
async function addRules({ body }: Asked): Promise<Said> {
  const rules = z
    .array(faultRule)
    .max(1000)
    .safeParse('script' in body ? body.script : [body]);
  if (!rules.success) return unreadable(rules.error);
  const ids = await addAll(rules.data);
  return ok('script' in body ? { ids } : { id: ids[0] }, 201);
}

/** Draws a script from its seed and adds it; the answer is what was drawn. */
async function playScript({ body }: Asked): Promise<Said> {
  const asked = scriptRequest.safeParse(body);
  if (!asked.success) return unreadable(asked.error);
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
