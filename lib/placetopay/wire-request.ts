import type { Buyer } from '@/lib/domain/buyer';
import type { Locale } from '@/lib/domain/locale';
import { toWireNumber, type Money } from '@/lib/domain/money';
import type { Amount, Item, SessionRequest } from '@/lib/domain/session-request';

/** The page's language and country, as the gateway writes them. */
const locales = { es: 'es_CO', en: 'en_US' } as const satisfies Record<Locale, string>;

/**
 * The body of POST /api/session, without `auth`. Amounts become exact JSON numbers here and nowhere else; throws
 * MoneyError where that is impossible. Texts over the gateway's limits are cut here, because it cuts them silently.
 *
 * Source: https://docs.placetopay.dev/checkout/api/reference/session
 */
export function sessionBody(request: SessionRequest) {
  const { payment } = request;
  return {
    locale: locales[request.locale],
    buyer: personOf(request.buyer),
    payment: {
      reference: payment.reference,
      description: payment.description.slice(0, 250),
      amount: amountOf(payment.amount),
      allowPartial: payment.allowPartial ?? false,
      items: payment.items.slice(0, 50).map(itemOf),
    },
    expiration: request.expiresAt.toISOString(),
    ipAddress: request.ipAddress.slice(0, 46),
    userAgent: request.userAgent.slice(0, 255),
    returnUrl: request.returnUrl,
    cancelUrl: request.cancelUrl,
  };
}

function amountOf({ total, taxes, details }: Amount) {
  return {
    ...wireMoney(total),
    ...(taxes && {
      taxes: taxes.map(({ kind, amount, base }) => ({
        kind,
        amount: toWireNumber(amount),
        base: toWireNumber(base),
      })),
    }),
    ...(details && { details: details.map(({ kind, amount }) => ({ kind, amount: toWireNumber(amount) })) }),
  };
}

function wireMoney(total: Money) {
  return { currency: total.currency, total: toWireNumber(total) };
}

function itemOf({ sku, name, category, quantity, price }: Item) {
  return {
    sku: sku.slice(0, 30),
    name: name.slice(0, 120),
    category,
    qty: quantity,
    price: toWireNumber(price),
  };
}

/** The buyer is a hint: the page fills it in and lets it be changed. A company has no surname. */
function personOf(buyer: Buyer) {
  return {
    document: buyer.document,
    documentType: buyer.documentType,
    name: buyer.name,
    ...(buyer.surname !== '' && { surname: buyer.surname }),
    email: buyer.email,
    mobile: buyer.phone,
    address: {
      country: buyer.country,
      ...(buyer.state && { state: buyer.state }),
      city: buyer.city,
      street: buyer.street,
      ...(buyer.postalCode && { postalCode: buyer.postalCode }),
    },
  };
}
