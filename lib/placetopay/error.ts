/** Why a call to the gateway gave nothing to believe. */
export type GatewayErrorCode =
  /** No answer in time. */
  | 'TIMEOUT'
  /** No connection, or it broke. */
  | 'UNREACHABLE'
  /** Our credentials, or our clock. */
  | 'AUTHENTICATION'
  /** The gateway said no, and why. */
  | 'REFUSED'
  /** It does not know the session. */
  | 'NOT_FOUND'
  /** An answer that cannot be read. */
  | 'MALFORMED'
  /** An answer over the limit. */
  | 'TOO_LARGE'
  /** An answer that points elsewhere. */
  | 'REDIRECTED'
  /** An error without a status of PlacetoPay. */
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

/**
 * A call to the gateway gave nothing to believe: `code` says why, and `sent` whether the gateway may have acted all the same.
 * The gateway's own words are in `gatewayReason` and `gatewayMessage`, where it said any.
 */
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
