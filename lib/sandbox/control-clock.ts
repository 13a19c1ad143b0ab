import 'server-only';
import { z } from 'zod';
import { advanceClock, clockSetting, freezeClock, now, releaseClock } from './clock';
import { ok, unreadable, type Asked, type Commands, type Said } from './control-command';
import { reset } from './reset';
import { catchUp } from './timers';

/** The gateway's time and its beginning, by the control API: see control.ts. */
export const clockCommands: Commands = {
  'GET clock': async () => ok(toldTime()),
  'POST clock': setClock,
  'POST reset': startAgain,
};

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
  if (!asked.success) return unreadable(asked.error);
  if ('advanceMs' in asked.data) await advanceClock(asked.data.advanceMs);
  else if ('release' in asked.data) await releaseClock();
  else await freezeClock(asked.data.freeze === true ? now() : new Date(asked.data.freeze));
  await catchUp();
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
  if (!asked.success) return unreadable(asked.error);
  const { seed, freezeAt } = asked.data;
  await reset({ seed, freezeAt: freezeAt === undefined ? undefined : new Date(freezeAt) });
  return ok(toldTime());
}
