/** A kept card as its owner may see it: enough to recognise it, nothing to charge it with. */
export type KeptCard = {
  readonly id: string;
  readonly franchise: string | null;
  readonly franchiseName: string | null;
  readonly issuerName: string | null;
  readonly lastDigits: string | null;
  readonly validUntil: string | null;
};
