import type { SessionReport } from '@/lib/domain/report';
import { GatewayError, type GatewayErrorCode } from './error';
import type { Answer } from './exchange';
import { tidyJson } from './json';
import { createdReply, readAction, readSession, whyNot, type ActionReport } from './wire';
import { statusReply } from './wire-values';

/** A session that was created: what to ask about it, and where to send the payer. */
export type CreatedSession = { requestId: string; processUrl: string };

/** Only the part of an answer that is judged: a test needs no network to have one. */
export type Judged = Pick<Answer, 'httpStatus' | 'text'> & Partial<Answer>;

type Reply = { status: { status: string; reason: string | null; message: string | null } };

/**
 * Judges the answer of POST /api/session by its `status.status`, whatever the HTTP code.
 * The payer is only ever sent to the origin that was configured: another one is MALFORMED.
 */
export function judgeCreatedSession(answer: Judged, origin: string): CreatedSession {
  const { body, status } = open(answer);
  if (status.status !== 'OK') throw malformed(answer, `an unexpected status ${status.status.slice(0, 40)}`);
  const reply = createdReply.safeParse(body);
  if (!reply.success) throw malformed(answer, 'no requestId and processUrl');
  const address = reply.data.processUrl;
  const processUrl = URL.canParse(address) ? new URL(address) : null;
  if (processUrl?.origin !== origin || processUrl.username !== '' || processUrl.password !== '') {
    throw malformed(answer, 'a processUrl that is not on the gateway');
  }
  return { requestId: reply.data.requestId, processUrl: processUrl.href };
}

/** Judges the answer of POST /api/session/{requestId}. Unknown statuses arrive as UNKNOWN, wrong money not at all. */
export function judgeQueriedSession(answer: Judged): SessionReport {
  const { body } = open(answer);
  return readSession(body) ?? fail(malformed(answer, whyNot(body)));
}

/** Judges the answer of POST /api/session/{requestId}/cancel: the cancelled session as a query would show it. */
export function judgeCancelledSession(answer: Judged): SessionReport {
  const { body, status } = open(answer);
  if (status.status !== 'OK') throw malformed(answer, `an unexpected status ${status.status.slice(0, 40)}`);
  const session = typeof body === 'object' && body !== null && 'session' in body ? body.session : undefined;
  return readSession(session) ?? fail(malformed(answer, whyNot(session)));
}

/**
 * Judges the answer of POST /api/transaction. The gateway's no has two forms: a refusal without a transaction is a
 * GatewayError, one with it (the network said no) is a report whose status is FAILED or REJECTED.
 */
export function judgeAction(answer: Judged): ActionReport {
  const { body } = open(answer);
  return readAction(body) ?? fail(malformed(answer, 'no transaction'));
}

/**
 * Judges the answer of POST /api/collect: a session as a query would show it, refused ones too. A refusal that tells of no
 * session is a GatewayError: nothing was charged by this call, which says nothing of an earlier one.
 */
export function judgeCollected(answer: Judged): SessionReport {
  return judgeQueriedSession(answer);
}

/**
 * Judges the answer of POST /api/instrument/invalidate. Both words of success are known, and a token that the gateway
 * does not know is as worthless as one it has just given up.
 */
export function judgeInvalidated(answer: Judged): void {
  try {
    const { status } = open(answer);
    if (status.status !== 'OK' && status.status !== 'APPROVED')
      throw malformed(answer, `an unexpected status ${status.status.slice(0, 40)}`);
  } catch (error) {
    if (!(error instanceof GatewayError) || !saysUnknownToken(error)) throw error;
  }
}

function saysUnknownToken({ code, gatewayReason, gatewayMessage = '' }: GatewayError): boolean {
  return (
    code === 'REFUSED' && gatewayReason === 'XN' && /token.*(inv[áa]lid)|invalid token/i.test(gatewayMessage)
  );
}

/** Judges an answer by a reader that gives undefined for what cannot be believed; `what` says so in the error. */
export function opened<T>(answer: Judged, read: (body: unknown) => T | undefined, what: string): T {
  return read(open(answer).body) ?? fail(malformed(answer, what));
}

/** Reads the status object every answer has, and throws when it says FAILED. */
function open(answer: Judged): Reply & { body: unknown } {
  const body = tidyJson(answer.text);
  const hasStatus = typeof body === 'object' && body !== null && 'status' in body;
  const status = statusReply.safeParse(hasStatus ? body.status : undefined);
  if (!status.success) {
    throw answer.httpStatus >= 400
      ? new GatewayError('HTTP', `HTTP ${answer.httpStatus} without a status.`, known(answer, true))
      : malformed(answer, 'no status');
  }
  const tellsMore = hasStatus && ('requestId' in body || 'payment' in body);
  if (status.data.status === 'FAILED' && !tellsMore) throw refused(answer, status.data);
  return { body, status: status.data };
}

/** A refusal is definitive: the gateway answered, and says it did nothing. */
function refused(answer: Judged, { reason, message }: Reply['status']) {
  const code = refusalCode(answer.httpStatus, reason, message ?? '');
  const number = code === 'AUTHENTICATION' ? /\b(10[0-7]|10001)\b/.exec(message ?? '')?.[1] : undefined;
  return new GatewayError(code, `The gateway refused: ${reason ?? 'no reason'}.`, {
    ...known(answer, false),
    ...(number && { authenticationCode: number }),
    ...(reason && { gatewayReason: reason.slice(0, 255) }),
    ...(message && { gatewayMessage: message.slice(0, 255) }),
  });
}

function refusalCode(httpStatus: number, reason: string | null, message: string): GatewayErrorCode {
  const aboutUs = httpStatus === 401 || reason === '401' || /autentica|authentication/i.test(message);
  if (aboutUs) return 'AUTHENTICATION';
  // "NA" is an unknown path: our base URL is wrong, which says nothing about the session.
  const missing = /no existe|does not exist/i.test(message) || (httpStatus === 404 && reason !== 'NA');
  return missing ? 'NOT_FOUND' : 'REFUSED';
}

function malformed(answer: Judged, what: string) {
  return new GatewayError('MALFORMED', `The reply has ${what}.`, known(answer, true));
}

function known({ httpStatus, retryAfterSeconds }: Judged, sent: boolean) {
  return { sent, httpStatus, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) };
}

function fail(error: GatewayError): never {
  throw error;
}
