/**
 * Why a call to the gateway gave nothing to believe.
 *
 * `TIMEOUT` no answer in time · `UNREACHABLE` no connection, or it broke · `AUTHENTICATION` our credentials or clock ·
 * `REFUSED` the gateway said no and why · `NOT_FOUND` it does not know the session · `MALFORMED` an answer that cannot be read ·
 * `TOO_LARGE` an answer over the limit · `REDIRECTED` an answer that points elsewhere · `HTTP` an error without a PlacetoPay status.
 */
export type GatewayErrorCode =
  | 'TIMEOUT'
  | 'UNREACHABLE'
  | 'AUTHENTICATION'
  | 'REFUSED'
  | 'NOT_FOUND'
  | 'MALFORMED'
  | 'TOO_LARGE'
  | 'REDIRECTED'
  | 'HTTP';

type Details = {
  /** May the gateway have acted? False only when it certainly did not. */
  sent: boolean;
  httpStatus?: number;
  /** The number inside an authentication failure's text: 100 to 107, or 10001. */
  authenticationCode?: string;
  gatewayReason?: string;
  gatewayMessage?: string;
  /** What a `Retry-After` header asked for. */
  retryAfterSeconds?: number;
  cause?: unknown;
};

export class GatewayError extends Error {
  override readonly name = 'GatewayError';
  readonly code: GatewayErrorCode;
  readonly sent: boolean;
  readonly httpStatus: number | undefined;
  readonly authenticationCode: string | undefined;
  readonly gatewayReason: string | undefined;
  readonly gatewayMessage: string | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: GatewayErrorCode, message: string, details: Details) {
    super(message, { cause: details.cause });
    this.code = code;
    this.sent = details.sent;
    this.httpStatus = details.httpStatus;
    this.authenticationCode = details.authenticationCode;
    this.gatewayReason = details.gatewayReason;
    this.gatewayMessage = details.gatewayMessage;
    this.retryAfterSeconds = details.retryAfterSeconds;
  }
}
