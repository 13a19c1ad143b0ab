import 'server-only';
import { randomBytes } from 'node:crypto';
import { recordCall } from '@/lib/data/calls';
import { insideWriteTx } from '@/lib/data/db';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { createAutopay, type Autopay } from '@/lib/placetopay/autopay';
import { createGateway, type Gateway, type GatewayOptions, type RecordedCall } from '@/lib/placetopay/client';
import { noteCall } from './gateway-health';

/**
 * The client, pointed where the environment says. Every call is recorded for the session it belongs to, and none is
 * made while a database transaction is open: a slow gateway would hold its locks.
 */
export function gatewayFor(sessionId: string): Gateway {
  return createGateway(optionsFor({ sessionId }));
}

/** AutoPay's side of it, recorded for the agreement. Payers are sent to the gateway's origin and to no other. */
export function autopayFor(mandateId: string): Autopay {
  const options = optionsFor({ sessionId: null, mandateId });
  return createAutopay({ ...options, url: env.autopay.url, payerOrigin: env.placetopay.origin });
}

type Owner = { sessionId: string | null; mandateId?: string };

function optionsFor(owner: Owner): GatewayOptions {
  return {
    ...env.placetopay,
    now: () => new Date(),
    randomBytes,
    guard() {
      if (insideWriteTx()) throw new Error('The gateway is never called inside a database transaction.');
    },
    async record(call) {
      noteCall(call);
      await keep(owner, call);
    },
  };
}

/** A record that cannot be written must not turn an answer into a failure. */
async function keep(owner: Owner, call: RecordedCall) {
  try {
    const { request: requestRedacted, response: responseRedacted, ...rest } = call;
    await recordCall({ ...owner, requestRedacted, responseRedacted, ...rest });
  } catch (error) {
    log.warn({ err: error, ...owner }, 'A call to the gateway could not be recorded');
  }
}
