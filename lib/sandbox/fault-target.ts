import 'server-only';
import { db } from './db';
import type { CallOp, Target } from './faults';
import { findInstrument } from './instruments';
import { isObject, type JsonObject } from './json';
import type { Call } from './sessions';
import { readReference } from './references';

/** What a call is about, as fault rules name it: a session, or the merchant's reference. */
export async function targetOf(op: CallOp, { body, site, requestId }: Call): Promise<Target> {
  if (op === 'transaction' || op === 'reverse') {
    const internalReference = readReference(body.internalReference) ?? 0;
    const found = await db().transaction.findUnique({ where: { internalReference, siteLogin: site.login } });
    return { requestId: null, reference: found?.reference ?? null };
  }
  if (op === 'invalidate' || op === 'token') {
    const found = await findInstrument(body.instrument, site);
    return { requestId: found?.requestId ?? null, reference: null };
  }
  if (op.startsWith('autopay')) return autopayIn(body, site.login);
  return { requestId, reference: requestId === null ? referenceOf(body) : null };
}

function referenceOf({ payment, subscription, autopay }: JsonObject): string | null {
  const asked = [payment, subscription, autopay].find(isObject) ?? {};
  return typeof asked.reference === 'string' || typeof asked.reference === 'number'
    ? String(asked.reference).slice(0, 100)
    : null;
}

/** Named by its id, or by the id or reference that a search asks for. */
async function autopayIn({ id, filters }: JsonObject, siteLogin: string): Promise<Target> {
  const asked = isObject(filters) ? filters : {};
  const named = [id, asked.id].find((one) => typeof one === 'string') ?? '';
  const found = await db().autopay.findUnique({ where: { id: String(named).slice(0, 100), siteLogin } });
  const reference = typeof asked.reference === 'string' ? asked.reference.slice(0, 100) : null;
  return { requestId: found?.requestId ?? null, reference: found?.reference ?? reference };
}
