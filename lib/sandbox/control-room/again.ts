import 'server-only';
import { now } from '../clock';
import { db } from '../db';
import { sendDue, writeResend } from '../deliveries';
import type { Forgery } from '../faults';
import type { Delivery } from '../generated/client';

/** Deliveries by hand. Each resolves when the merchant has answered, with the last row; null when there is nothing to send. */

/** The session as it stands now, signed anew; or a forgery of it. */
export async function tellAgain(requestId: number, forge: Forgery | null): Promise<Delivery | null> {
  const session = await db().session.findUnique({ where: { requestId }, include: { site: true } });
  const written = session && (await writeResend(session, session.site, forge));
  return written ? settled(written.id) : null;
}

/** The very bytes of an earlier delivery, `times` over: what a network that repeats itself would bring. */
export async function repeatDelivery(
  id: number,
  origin: 'RESEND' | 'DUPLICATE',
  times = 1,
): Promise<Delivery | null> {
  const earlier = await db().delivery.findUnique({ where: { id } });
  if (!earlier) return null;
  const { requestId, url, body } = earlier;
  const at = now();
  const row = { requestId, url, body, origin, dueAt: at, createdAt: at };
  const written = await db().delivery.createManyAndReturn({ data: Array.from({ length: times }, () => row) });
  return settled(written.at(-1)?.id ?? 0);
}

async function settled(id: number): Promise<Delivery | null> {
  await sendDue();
  return db().delivery.findUnique({ where: { id } });
}
