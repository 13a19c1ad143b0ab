import 'server-only';
import { z } from 'zod';
import { no, ok, unreadable, type Said } from './control-command';
import type { JsonObject } from './json';
import { changeSite, restoreSite } from './sites';
import { switchesSchema } from './switches-schema';

/** What the control API may change of a site. */

const siteBody = z.strictObject({
  login: z.string().min(1),
  /** Everything as the gateway brought it. */
  restore: z.literal(true).optional(),
  signature: z.enum(['sha256', 'sha1']).optional(),
  notificationUrl: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .optional(),
  /** Where AutoPay asks and tells; null turns it off for the site. User and password have 60 characters at most. */
  autopayUrl: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .optional(),
  autopayUser: z.string().min(1).max(60).optional(),
  autopayPassword: z.string().min(1).max(60).optional(),
  /** All of the site's own answers to what the documentation leaves open; those not named are the defaults. */
  switches: switchesSchema.partial().optional(),
});

/**
 * How and where a site is notified and asked, and its switches, also after a restart. Deliveries still leave for the
 * allow-list alone.
 */
export async function setSite(body: JsonObject): Promise<Said> {
  const asked = siteBody.safeParse(body);
  if (!asked.success) return unreadable(asked.error);
  const { login, restore, ...changes } = asked.data;
  const known = await (restore ? restoreSite(login) : changeSite(login, changes));
  if (!known) return no(404, 'no such site');
  return ok({ login, ...changes });
}
