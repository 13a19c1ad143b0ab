import type { ContractNote } from '@/lib/domain/contract-meaning';

/** A call to the gateway as it was recorded: its secrets were taken out before it was kept. */
export type ShownCall = {
  readonly kind: 'call';
  readonly id: string;
  readonly sessionId: string | null;
  readonly method: string;
  readonly path: string;
  readonly requestRedacted: unknown;
  readonly responseRedacted: unknown;
  readonly httpStatus: number | null;
  readonly problem: string | null;
  readonly durationMs: number;
  readonly at: Date;
};

/** A call of AutoPay's to one of the shop's endpoints, how it was checked, and what was answered. */
export type ShownContract = Omit<ContractNote, 'mandateId'> & {
  readonly kind: 'contract';
  readonly id: string;
};

export type ShownNotification = {
  readonly kind: 'notification';
  readonly id: string;
  readonly requestId: string | null;
  readonly toldStatus: string;
  readonly toldDate: string;
  readonly algorithm: 'sha256' | 'sha1' | null;
  readonly signatureStart: string;
  readonly bodyRedacted: unknown;
  readonly outcome: 'ACCEPTED' | 'REFUSED';
  readonly httpStatus: number;
  readonly at: Date;
};
