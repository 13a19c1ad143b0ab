import type { Buyer } from '@/lib/domain/buyer';
import type { Locale } from '@/lib/domain/locale';
import type { Money } from '@/lib/domain/money';
import type { Item, SessionKind } from '@/lib/domain/session-request';
import { itemOf, locales, personOf, wireMoney } from './wire-request';

/** Everything one call of POST /api/collect needs. */
export type CollectRequest = {
  /** A hold is a charge that only sets the amount aside. */
  readonly kind: SessionKind;
  /** With the amount and its currency it makes a charge one charge for 24 hours. */
  readonly reference: string;
  readonly description: string;
  readonly amount: Money;
  readonly items: readonly Item[];
  readonly token: string;
  readonly installments: number | null;
  /** Only where the payer is present; it is in this one body and nowhere else. */
  readonly cvv?: string;
  readonly buyer: Buyer;
  readonly locale: Locale;
  /** The payer's, where one is present. */
  readonly visitor?: { readonly ipAddress: string; readonly userAgent: string };
};

const mostItems = 50;

/**
 * The body of POST /api/collect, without `auth`. An account that only kept a card has told no document: then the
 * gateway takes the payer it knows of the card.
 *
 * Source: https://docs.placetopay.dev/checkout/api/reference/token
 */
export function collectBody(request: CollectRequest) {
  const { kind, reference, description, amount, items, token, installments, cvv, buyer, visitor } = request;
  return {
    locale: locales[request.locale],
    ...(kind === 'HOLD' && { type: 'checkin' as const }),
    payment: {
      reference,
      description: description.slice(0, 250),
      amount: wireMoney(amount),
      ...(items.length > 0 && { items: items.slice(0, mostItems).map(itemOf) }),
    },
    instrument: {
      token: { token, ...(installments !== null && { installments }), ...(cvv && { cvv }) },
    },
    ...(buyer.document !== '' && { payer: personOf(buyer) }),
    ...(visitor && {
      ipAddress: visitor.ipAddress.slice(0, 46),
      userAgent: visitor.userAgent.slice(0, 255),
    }),
  };
}
