import { cutText } from '@/lib/domain/cut-text';
import type { Buyer } from '@/lib/domain/buyer';
import type { Locale } from '@/lib/domain/locale';
import { toWireNumber, type Money } from '@/lib/domain/money';
import type {
  DispersionPart,
  Item,
  PaymentPlan,
  SessionField,
  SessionRequest,
} from '@/lib/domain/session-request';
import type { Amount } from '@/lib/domain/amount';

/** The page's language and country, as the gateway writes them. */
export const locales = { es: 'es_CO', en: 'en_US' } as const satisfies Record<Locale, string>;

/** The gateway counts them over the session and its payment, and drops the rest. */
const mostFields = 50;
const mostItems = 50;

/**
 * The body of POST /api/session, without `auth`. Amounts become exact JSON numbers here and nowhere else; throws
 * MoneyError where that is impossible. Texts over the gateway's limits are cut here, because it cuts them silently.
 *
 * Source: https://docs.placetopay.dev/checkout/api/reference/session
 */
export function sessionBody(request: SessionRequest) {
  const { plan, options, reference } = request;
  const { payment, subscription, metadata } = plan;
  const fields = (options.fields ?? []).slice(0, mostFields);
  return {
    locale: options.locale ?? locales[request.locale],
    ...(plan.kind === 'HOLD' && { type: 'checkin' as const }),
    ...personsOf(request),
    ...(payment && { payment: paymentBody(request, payment, mostFields - fields.length) }),
    ...(subscription && {
      subscription: {
        reference,
        description: subscription.description.slice(0, 250),
        ...(subscription.fields && { fields: subscription.fields.map(fieldOf) }),
      },
    }),
    ...(fields.length > 0 && { fields: fields.map(fieldOf) }),
    ...(metadata && { metadata }),
    ...(options.paymentMethod && { paymentMethod: options.paymentMethod.join(',') }),
    ...(plan.skipResult && { skipResult: true }),
    ...(options.noBuyerFill && { noBuyerFill: true }),
    expiration: request.expiresAt.toISOString(),
    ipAddress: request.ipAddress.slice(0, 46),
    userAgent: request.userAgent.slice(0, 255),
    returnUrl: request.returnUrl,
    ...(options.cancelUrl !== false && { cancelUrl: request.cancelUrl }),
  };
}

/** The buyer is a hint that the page lets be changed; the payer is filled in and locked. */
function personsOf({ options, buyer }: SessionRequest) {
  const { person = 'buyer' } = options;
  return person === 'none' ? {} : { [person]: personOf(buyer) };
}

function paymentBody(
  { reference, notificationUrl, options, buyer }: SessionRequest,
  payment: PaymentPlan,
  left: number,
) {
  const { recurring, dispersion, modifiers, items } = payment;
  const fields = (payment.fields ?? []).slice(0, left);
  return {
    reference,
    description: cutText(payment.description, 250),
    amount: amountOf(payment.amount),
    allowPartial: payment.allowPartial ?? false,
    ...(payment.subscribe && { subscribe: true }),
    ...(items.length > 0 && { items: items.slice(0, mostItems).map(itemOf) }),
    ...(fields.length > 0 && { fields: fields.map(fieldOf) }),
    ...(recurring && {
      recurring: {
        periodicity: recurring.periodicity,
        interval: recurring.interval,
        nextPayment: recurring.nextPayment,
        maxPeriods: recurring.maxPeriods,
        ...(recurring.dueDate && { dueDate: recurring.dueDate }),
        notificationUrl,
      },
    }),
    ...(dispersion && { dispersion: dispersion.map(partOf) }),
    ...(modifiers && {
      modifiers: modifiers.map(({ type, code, invoice }) => ({ type, code, additional: { invoice } })),
    }),
    ...((payment.shipping || options.shipping) && { shipping: personOf(payment.shipping ?? buyer) }),
  };
}

/** The shop's own part has no agreement: an empty one would break SDKs that read it back. */
function partOf({ amount, agreement, agreementType }: DispersionPart) {
  return {
    ...(agreement !== null && { agreement: Number(agreement) }),
    agreementType,
    amount: amountOf(amount),
  };
}

function fieldOf({ keyword, value, displayOn }: SessionField) {
  return { keyword: cutText(keyword, 50), value: cutText(value, 255), displayOn };
}

function amountOf({ total, taxes, details }: Amount) {
  return {
    ...wireMoney(total),
    ...(taxes && {
      taxes: taxes.map(({ kind, amount, base }) => ({
        kind,
        amount: toWireNumber(amount),
        ...(base && { base: toWireNumber(base) }),
      })),
    }),
    ...(details && { details: details.map(({ kind, amount }) => ({ kind, amount: toWireNumber(amount) })) }),
  };
}

/** An amount as every endpoint takes it. */
export function wireMoney(total: Money) {
  return { currency: total.currency, total: toWireNumber(total) };
}

/**
 * One line of what is bought, cut to what the gateway keeps. Its price is a decimal number in units of the currency.
 *
 * Source: https://docs.placetopay.dev/checkout/create-session
 */
export function itemOf({ sku, name, category, quantity, price }: Item) {
  return {
    sku: cutText(sku, 30),
    name: cutText(name, 120),
    category,
    qty: quantity,
    price: toWireNumber(price),
  };
}

/** A company has no surname. */
export function personOf(buyer: Buyer) {
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
