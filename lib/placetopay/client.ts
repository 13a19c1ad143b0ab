import type { SessionReport } from '@/lib/domain/report';
import type { Money } from '@/lib/domain/money';
import type { GatewayAction } from '@/lib/domain/operation';
import type { SessionRequest } from '@/lib/domain/session-request';
import { buildAuth } from './auth';
import { GatewayError, type GatewayErrorCode } from './error';
import { defaultTimeouts, fingerprint, postJson, type Answer, type Timeouts } from './exchange';
import {
  judgeAction,
  judgeCancelledSession,
  judgeCollected,
  judgeCreatedSession,
  judgeInvalidated,
  judgeQueriedSession,
  type CreatedSession,
} from './judge';
import { tidyJson } from './json';
import { redact } from './redact';
import type { Transport } from './transport';
import type { ActionReport } from './wire';
import { collectBody, type CollectRequest } from './wire-collect';
import { sessionBody, wireMoney } from './wire-request';

/** One call as it may be kept and shown: secrets, cards and documents are already out of it. */
export type RecordedCall = {
  method: 'POST';
  path: string;
  request: unknown;
  /** Null when nothing readable came back. */
  response: unknown;
  httpStatus: number | null;
  problem: GatewayErrorCode | null;
  durationMs: number;
  at: Date;
  /** The gateway's clock, from its `Date` header. */
  gatewayDate: Date | null;
  /** How long the gateway asked us to wait, where it did. */
  retryAfterSeconds: number | null;
};

export type GatewayOptions = {
  /** Base URL of Web Checkout, with or without a path or final slash. */
  url: string;
  login: string;
  secretKey: string;
  now: () => Date;
  randomBytes: (size: number) => Uint8Array;
  timeouts?: Timeouts;
  transport?: Transport;
  /** Told about every call, answered or not. What it throws reaches the caller: it decides whether that matters. */
  record?: (call: RecordedCall) => Promise<void>;
  /** Throws when no call may be made now, for instance inside a database transaction. */
  guard?: () => void;
};

export type Gateway = {
  /** Opens a session. GatewayError when not; its `sent` tells whether one may exist all the same. */
  createSession(request: SessionRequest): Promise<CreatedSession>;
  /** Asks what became of a session. Changes nothing, so any GatewayError may be answered by asking again. */
  querySession(requestId: string): Promise<SessionReport>;
  /** Ends a session nobody paid. REFUSED when it is final or being paid; ask afterwards in any case. */
  cancelSession(requestId: string): Promise<SessionReport>;
  /**
   * Does something with a transaction that was made before. GatewayError when the answer does not say what became of it;
   * its `sent` tells whether it may have been done all the same, and then it must not be sent again blindly.
   */
  transaction(asked: AskedAction): Promise<ActionReport>;
  /**
   * Charges a kept card without its payer. What comes back is a session like any other, which can be queried. A
   * GatewayError's `sent` tells whether it may have been charged all the same: within 24 hours the same reference,
   * amount and currency may be sent again and are one charge.
   *
   * Source: https://docs.placetopay.dev/checkout/api/reference/token
   */
  collect(request: CollectRequest): Promise<SessionReport>;
  /**
   * Makes a kept card worthless. Resolves also when the gateway does not know the token: what cannot be charged is what
   * was asked for. Any GatewayError leaves it uncertain, and the same may be asked again without harm.
   *
   * Source: https://docs.placetopay.dev/checkout/api/reference/token
   */
  invalidate(token: string): Promise<void>;
};

export type AskedAction = {
  readonly action: GatewayAction;
  readonly internalReference: string;
  /** Absent where the whole is meant. */
  readonly amount?: Money;
};

/** A client of PlacetoPay Web Checkout. It knows the wire and no database. https://docs.placetopay.dev/checkout */
export function createGateway(options: GatewayOptions): Gateway {
  const origin = new URL(options.url).origin;
  return {
    async createSession(request) {
      return call(options, '/api/session', sessionBody(request), (answer) =>
        judgeCreatedSession(answer, origin),
      );
    },
    async querySession(requestId) {
      return call(options, `/api/session/${digitsOf(requestId)}`, {}, judgeQueriedSession);
    },
    async cancelSession(requestId) {
      return call(options, `/api/session/${digitsOf(requestId)}/cancel`, {}, judgeCancelledSession);
    },
    async transaction({ action, internalReference, amount }) {
      const body = {
        action,
        internalReference: Number(digitsOf(internalReference)),
        ...(amount && { amount: wireMoney(amount) }),
      };
      return call(options, '/api/transaction', body, judgeAction);
    },
    async collect(request) {
      return call(options, '/api/collect', collectBody(request), judgeCollected);
    },
    async invalidate(token) {
      return call(
        options,
        '/api/instrument/invalidate',
        { instrument: { token: { token } } },
        judgeInvalidated,
      );
    },
  };
}

/** Signs, sends, judges and records. Each call is signed afresh, a repeated one too. */
export async function call<T>(
  options: GatewayOptions,
  path: string,
  content: object,
  judge: (answer: Answer) => T,
): Promise<T> {
  options.guard?.();
  const at = options.now();
  const started = performance.now();
  const body = { auth: buildAuth(options, options), ...content };
  const seen: { answer?: Answer; error?: GatewayError } = {};
  try {
    seen.answer = await postJson({
      url: new URL(`${options.url.replace(/\/+$/, '')}${path}`),
      body: JSON.stringify(body),
      timeouts: options.timeouts ?? defaultTimeouts,
      ...(options.transport && { transport: options.transport }),
    });
    return judge(seen.answer);
  } catch (error) {
    if (error instanceof GatewayError) seen.error = error;
    throw error;
  } finally {
    await options.record?.({
      method: 'POST',
      path,
      request: redact(body),
      response: seen.answer ? readable(seen.answer.text) : null,
      httpStatus: seen.answer?.httpStatus ?? seen.error?.httpStatus ?? null,
      problem: seen.error?.code ?? null,
      durationMs: Math.round(performance.now() - started),
      at,
      gatewayDate: seen.answer?.date ?? null,
      retryAfterSeconds: seen.answer?.retryAfterSeconds ?? seen.error?.retryAfterSeconds ?? null,
    });
  }
}

function readable(text: string) {
  const body = tidyJson(text);
  return body === undefined ? { unreadable: fingerprint(text) } : redact(body);
}

function digitsOf(requestId: string) {
  if (!/^\d{1,20}$/.test(requestId)) throw new RangeError('A requestId has only digits.');
  return requestId;
}
