import 'server-only';
import { verifyAudit, type AuditChain } from '@/lib/data/audit';
import { dayOf } from '@/lib/domain/calendar';
import { log } from '@/lib/log';

let toldOn = '';

/**
 * Once a day, and when the process starts, the head of the audit's chain goes to the log, where nobody who holds the
 * database can change it: whoever rewrote every entry of the table would have another head. Null when today's was told.
 */
export async function tellAuditHead(now: Date): Promise<AuditChain | null> {
  const day = dayOf(now);
  if (toldOn === day) return null;
  const chain = await verifyAudit();
  toldOn = day;
  const { entries, brokenAt, head } = chain;
  if (brokenAt === null) log.info({ day, entries, head }, 'The head of the audit');
  else log.error({ day, entries, head, brokenAt: String(brokenAt) }, 'The audit was changed by force');
  return chain;
}
