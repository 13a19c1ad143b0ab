import { sandboxEnv } from './env';
import { defaultSwitches, switchesSchema, type Switches } from './switches-schema';

/** The site's own choice, then the environment's (SANDBOX_SWITCHES), then ours. */
export function switchesOf({ switches }: { switches: unknown }): Switches {
  const own = switchesSchema.partial().parse(switches);
  return { ...defaultSwitches, ...sandboxEnv().switches, ...own };
}
