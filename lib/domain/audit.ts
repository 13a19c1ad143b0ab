/** Something an operator did: who, when, to what, why. Sealed to the one before it when it is written down. */
export type AuditEntry = {
  /** 1, 2, 3 … without a gap. */
  readonly seq: bigint;
  readonly at: Date;
  readonly operatorId: string;
  readonly operatorName: string;
  readonly action: string;
  readonly orderId: string | null;
  /** What it was done to: a transaction's internalReference, a session's reference, a row of suspense. */
  readonly target: string;
  /** Typed by the operator. */
  readonly reason: string;
  /** Plain words and decimals, never a secret. */
  readonly detail: Readonly<Record<string, string>>;
};

/** An entry as it is read, with what its order is called and paid in: neither is part of what is sealed. */
export type ReadEntry = AuditEntry & {
  readonly order: { readonly number: string; readonly currency: string } | null;
};

/** What comes before the first entry. */
export const noHash = '0'.repeat(64);

/** The text that is hashed into an entry's seal: every field, in one order, with the seal of the entry before. */
export function sealedText(entry: AuditEntry, previousHash: string): string {
  const { seq, at, operatorId, operatorName, action, orderId, target, reason, detail } = entry;
  const sorted = Object.entries(detail).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([
    ...[seq.toString(), at.toISOString(), operatorId, operatorName, action, orderId, target, reason],
    sorted,
    previousHash,
  ]);
}
