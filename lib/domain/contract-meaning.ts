import { field, statusOf } from './call-meaning';

/** The shop's three endpoints that AutoPay calls. */
export const contracts = ['balance', 'settlement', 'webhook'] as const;

export type Contract = (typeof contracts)[number];

export const passwordChecks = ['FITS', 'DIFFERS', 'MISSING'] as const;

export type PasswordCheck = (typeof passwordChecks)[number];

/** One call of AutoPay's to us, and how it was checked and answered. No secret is in it. */
export type ContractNote = {
  readonly mandateId: string;
  readonly contract: Contract;
  readonly password: PasswordCheck;
  /** Null where none is checked: only a webhook has one, and nobody looks at it before the password fits. */
  readonly signature: 'FITS' | 'DIFFERS' | null;
  readonly signedText: string | null;
  /** The first hexadecimal digits of the signature. */
  readonly signatureStart: string | null;
  readonly bodyRedacted: unknown;
  readonly answerRedacted: unknown;
  readonly httpStatus: number;
  readonly durationMs: number;
  readonly at: Date;
};

/** What came of a call of AutoPay's, for words in any language. */
export type ContractOutcome =
  | 'balance_said'
  | 'nothing_owed'
  | 'charge_kept'
  | 'hint_kept'
  | 'not_ours'
  | 'not_taken'
  | 'wrong_password'
  | 'wrong_signature'
  | 'later';

const taken: Record<Contract, ContractOutcome> = {
  balance: 'balance_said',
  settlement: 'charge_kept',
  webhook: 'hint_kept',
};

/** What the shop's answer to a recorded call meant, and the words it used itself. */
export function meaningOfContract(call: {
  readonly contract: Contract;
  readonly password: PasswordCheck;
  readonly httpStatus: number;
  readonly answerRedacted: unknown;
}): { readonly outcome: ContractOutcome; readonly status: string | null; readonly message: string | null } {
  const { status, reason, message } = statusOf(call.answerRedacted);
  return { outcome: outcomeOf(call, reason), status, message };
}

function outcomeOf(
  { contract, password, httpStatus, answerRedacted }: Parameters<typeof meaningOfContract>[0],
  reason: string | null,
): ContractOutcome {
  if (password !== 'FITS') return 'wrong_password';
  if (httpStatus === 401) return 'wrong_signature';
  if (httpStatus === 503) return 'later';
  if (httpStatus !== 200) return reason === '404' ? 'not_ours' : 'not_taken';
  const owed = field(field(answerRedacted, 'amount'), 'total');
  return contract === 'balance' && owed === 0 ? 'nothing_owed' : taken[contract];
}
