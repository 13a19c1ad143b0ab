import { isCardless } from './buyer';
import type { CalendarDay } from './calendar';
import { validityOf } from './card-validity';
import type { Words } from './product';

/** A kept card as its owner may see it: enough to recognise it, nothing to charge it with. */
export type KeptCard = {
  readonly id: string;
  readonly franchise: string | null;
  readonly franchiseName: string | null;
  readonly issuerName: string | null;
  readonly lastDigits: string | null;
  readonly validUntil: string | null;
};

/** A kept card that a session charges, without a page of the gateway. */
export type Charge = {
  readonly card: KeptCard;
  /** Null where the payer was not asked: the whole at once. */
  readonly installments: number | null;
};

/** What became of a card: once given up it can never be charged again, also while the gateway has not confirmed it. */
export type CardState = 'ACTIVE' | 'INVALIDATING' | 'INVALID';

/** A card in its owner's wallet. */
export type WalletCard = KeptCard & {
  /** Who typed it in at the gateway; null where it named nobody. Only in its owner's own wallet. */
  readonly holder: string | null;
  readonly nickname: string | null;
  readonly isDefault: boolean;
  readonly state: CardState;
  readonly createdAt: Date;
  /** The order with which it was kept. */
  readonly origin: { readonly orderId: string; readonly orderNumber: string };
  /** Memberships that it renews. */
  readonly memberships: readonly { readonly membershipId: string; readonly name: Words }[];
};

/** Sixty letters each, and what parts them. https://docs.placetopay.dev/checkout/api/reference/session */
const longestName = 121;

/** A person's name as the gateway tells it, on one line. Null for nobody, and for what no name is. */
export function holderOf(name: string | null, surname: string | null): string | null {
  const holder = [name ?? '', surname ?? '']
    .join(' ')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return holder !== '' && holder.length <= longestName && isCardless(holder) ? holder : null;
}

/** What to call a card: its brand and last digits, as far as they are known. */
export function cardName({
  franchiseName,
  franchise,
  lastDigits,
}: Pick<KeptCard, 'franchiseName' | 'franchise' | 'lastDigits'>): string {
  const digits = (lastDigits ?? '').replace(/\D/g, '').slice(-4);
  return [franchiseName ?? franchise ?? '', digits && `•••• ${digits}`].filter(Boolean).join(' ');
}

/** What its owner calls a card, with what it is. */
export function cardLabel(
  card: Pick<WalletCard, 'nickname' | 'franchiseName' | 'franchise' | 'lastDigits'>,
): string {
  return card.nickname ? `${card.nickname} (${cardName(card)})` : cardName(card);
}

/** Whether it can be charged on that day. */
export function isUsable(
  { state, validUntil }: Pick<WalletCard, 'state' | 'validUntil'>,
  day: CalendarDay,
): boolean {
  return state === 'ACTIVE' && validityOf(validUntil, day) !== 'expired';
}
