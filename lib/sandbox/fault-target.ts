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
  return { requestId, reference: requestId === null ? referenceOf(body) : null };
}

function referenceOf({ payment, subscription }: JsonObject): string | null {
  const asked = isObject(payment) ? payment : isObject(subscription) ? subscription : {};
  return typeof asked.reference === 'string' || typeof asked.reference === 'number'
    ? String(asked.reference).slice(0, 100)
    : null;
}
