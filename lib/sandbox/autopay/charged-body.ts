import { toWireDate } from '../dates';
import { findBrand } from '../brands';
import type { Transaction } from '../generated/client';
import { isObject } from '../json';
import { attemptText, languageOf, type Language } from '../messages';
import { toWire } from '../money';
import type { Mandate } from './mandates';

/**
 * A charge as AutoPay tells it. Here `paymentMethod` is the network's service and `franchise` the brand: the opposite of
 * a session's payment. Source: https://docs.placetopay.dev/autopay/api/transactions
 */
export function chargedBody(
  one: Transaction,
  mandate: Pick<Mandate, 'id' | 'recurring' | 'site'>,
  language: Language = languageOf(mandate.site.locale),
): object {
  const total = { currency: one.currency, total: toWire({ minor: one.totalMinor, currency: one.currency }) };
  const date = toWireDate(one.statusAt);
  const { notificationUrl = null } = isObject(mandate.recurring) ? mandate.recurring : {};
  return {
    status: { status: one.status, reason: one.reason, message: attemptText(one.reason, language), date },
    date,
    transactionDate: toWireDate(one.createdAt),
    internalReference: one.internalReference,
    reference: one.reference,
    paymentMethod: one.franchise,
    franchise: one.paymentMethod,
    franchiseName: findBrand(one.paymentMethod)?.name ?? one.paymentMethodName,
    issuerName: one.issuerName,
    amount: total,
    conversion: { from: total, to: total, factor: 1 },
    authorization: one.authorization,
    receipt: one.receipt,
    type: 'AUTH_ONLY',
    refunded: one.refundedMinor > 0n,
    lastDigits: one.lastDigits,
    provider: 'SANDBOX',
    discount: null,
    processorFields: { id: String(one.internalReference), b24: one.reason },
    additional: { autopayId: mandate.id },
    notificationURL: notificationUrl,
  };
}
