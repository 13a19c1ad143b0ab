/** What the shop asked of the gateway. */
export type CallOperation =
  | 'create'
  | 'query'
  | 'cancel'
  | 'collect'
  | 'hold'
  | 'invalidate'
  | 'reverse'
  | 'checkout'
  | 'reauthorization'
  | 'confirm'
  | 'decline'
  | 'agree'
  | 'agreed'
  | 'find_agreement'
  | 'list_charges'
  | 'end_agreement'
  | 'other';

/** What came of a call: the client's code where there was no answer to believe, else what the answer's status says. */
export type CallOutcome =
  | 'TIMEOUT'
  | 'UNREACHABLE'
  | 'AUTHENTICATION'
  | 'REFUSED'
  | 'NOT_FOUND'
  | 'MALFORMED'
  | 'TOO_LARGE'
  | 'REDIRECTED'
  | 'HTTP'
  | 'opened'
  | 'waiting'
  | 'processing'
  | 'approved'
  | 'approved_part'
  | 'ended_part'
  | 'ended_unpaid'
  | 'done'
  | 'told'
  | 'page_opened'
  | 'page_waiting'
  | 'page_accepted'
  | 'page_left'
  | 'declined'
  | 'unexplained';

export type CallMeaning = {
  readonly operation: CallOperation;
  readonly outcome: CallOutcome;
  /** The gateway's own words about it. */
  readonly status: string | null;
  readonly reason: string | null;
  readonly message: string | null;
  /** The number inside an authentication failure: 100 to 107. */
  readonly authenticationCode: string | null;
};

type Call = {
  readonly path: string;
  readonly requestRedacted: unknown;
  readonly responseRedacted: unknown;
  readonly problem: string | null;
};

/** What a recorded call was for and how it ended, for words in any language. */
export function meaningOfCall(call: Call): CallMeaning {
  const operation = operationOf(call);
  const { status, reason, message } = statusOf(call.responseRedacted);
  const authenticationCode = /\b10[0-7]\b/.exec(message ?? '')?.[0] ?? null;
  return {
    operation,
    outcome: outcomeOf({ operation, problem: call.problem, status, reason }),
    status,
    reason,
    message,
    authenticationCode: call.problem === 'AUTHENTICATION' ? authenticationCode : null,
  };
}

const paths: readonly (readonly [RegExp, CallOperation])[] = [
  [/^\/api\/session$/, 'create'],
  [/^\/api\/session\/\d+$/, 'query'],
  [/^\/api\/session\/\d+\/cancel$/, 'cancel'],
  [/^\/api\/collect$/, 'collect'],
  [/^\/api\/instrument\/invalidate$/, 'invalidate'],
  [/^\/api\/reverse$/, 'reverse'],
  [/^\/autopay\/session$/, 'agree'],
  [/^\/autopay\/session\/\d+$/, 'agreed'],
  [/^\/autopay\/search$/, 'find_agreement'],
  [/^\/autopay\/transactions$/, 'list_charges'],
  [/^\/autopay\/cancel$/, 'end_agreement'],
];

/** The `action` of POST /api/transaction. */
const actions: Readonly<Record<string, CallOperation>> = {
  reverse: 'reverse',
  checkout: 'checkout',
  reauthorization: 'reauthorization',
  confirm: 'confirm',
  cancel: 'decline',
};

function operationOf({ path, requestRedacted }: Call): CallOperation {
  const action = field(requestRedacted, 'action');
  if (typeof action === 'string') return actions[action] ?? 'other';
  const operation = paths.find(([pattern]) => pattern.test(path))?.[1] ?? 'other';
  return operation === 'collect' && field(requestRedacted, 'type') === 'checkin' ? 'hold' : operation;
}

const problems = [
  ...(['TIMEOUT', 'UNREACHABLE', 'AUTHENTICATION', 'REFUSED', 'NOT_FOUND'] as const),
  ...(['MALFORMED', 'TOO_LARGE', 'REDIRECTED', 'HTTP'] as const),
];

/** A session's statuses. https://docs.placetopay.dev/en/checkout/how-checkout-works */
const sessionOutcomes: Readonly<Record<string, CallOutcome>> = {
  PENDING: 'waiting',
  APPROVED: 'approved',
  APPROVED_PARTIAL: 'approved_part',
  PARTIAL_EXPIRED: 'ended_part',
  REJECTED: 'ended_unpaid',
};

/** The same of a page on which somebody agrees to be charged: nothing is paid there. */
const pageOutcomes: Readonly<Record<string, CallOutcome>> = {
  PENDING: 'page_waiting',
  APPROVED: 'page_accepted',
  REJECTED: 'page_left',
};

const operationOutcomes: Readonly<Record<string, CallOutcome>> = {
  OK: 'done',
  APPROVED: 'done',
  FAILED: 'declined',
  REJECTED: 'declined',
  PENDING: 'processing',
};

type Seen = {
  operation: CallOperation;
  problem: string | null;
  status: string | null;
  reason: string | null;
};

function outcomeOf({ operation, problem, status, reason }: Seen): CallOutcome {
  const known = problems.find((code) => code === problem);
  if (known) return known;
  if (operation === 'create') return status === 'OK' ? 'opened' : 'unexplained';
  if (operation === 'agree') return status === 'OK' ? 'page_opened' : 'unexplained';
  if (operation === 'agreed') return pageOutcomes[status ?? ''] ?? 'unexplained';
  if (status === 'OK' && (operation === 'find_agreement' || operation === 'list_charges')) return 'told';
  if (operation !== 'query') return operationOutcomes[status ?? ''] ?? 'unexplained';
  // "PT" is a pending transaction: somebody has paid, or tried to, and the answer is on its way.
  if (status === 'PENDING' && reason === 'PT') return 'processing';
  return sessionOutcomes[status ?? ''] ?? 'unexplained';
}

/** The status of an answer, in the gateway's form. */
export function statusOf(response: unknown): {
  status: string | null;
  reason: string | null;
  message: string | null;
} {
  const status = field(response, 'status');
  return {
    status: text(field(status, 'status')),
    reason: text(field(status, 'reason')),
    message: text(field(status, 'message')),
  };
}

/** A member of what may be an object. */
export function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}

function text(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}
