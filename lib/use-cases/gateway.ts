import 'server-only';
import { randomBytes } from 'node:crypto';
import { recordCall } from '@/lib/data/calls';
import { insideWriteTx } from '@/lib/data/db';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { createGateway, type Gateway, type RecordedCall } from '@/lib/placetopay/client';
import { noteCall } from './gateway-health';

/**
 * The client, pointed where the environment says. Every call is recorded for the session it belongs to, and none is
 * made while a database transaction is open: a slow gateway would hold its locks.
 */
export function gatewayFor(sessionId: string): Gateway {
  return createGateway({
    ...env.placetopay,
    now: () => new Date(),
    randomBytes,
    guard() {
      if (insideWriteTx()) throw new Error('The gateway is never called inside a database transaction.');
    },
    async record(call) {
      noteCall(call);
      await keep(sessionId, call);
    },
  });
}

/** A record that cannot be written must not turn an answer into a failure. */
async function keep(sessionId: string, call: RecordedCall) {
  try {
    const { request: requestRedacted, response: responseRedacted, ...rest } = call;
    await recordCall({ sessionId, requestRedacted, responseRedacted, ...rest });
  } catch (error) {
    log.warn({ err: error, sessionId }, 'A call to the gateway could not be recorded');
  }
}
