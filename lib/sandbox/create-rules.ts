import { offered } from './methods';
import { readAmount } from './money';
import type { Rule } from './validation-messages';
import type { CreateRequest, SentPayment } from './wire';

/** What may not be asked of a site, or not together. Source: https://docs.placetopay.dev/checkout/create-session */

export type Merchant = {
  locale: string;
  currencies: readonly string[];
  methods: readonly string[];
  maxDispersion: number;
  /** Modifiers are of Uruguay's laws. */
  country?: string;
  /** True unless said otherwise. */
  allowsConfirmation?: boolean;
  /** Null: AutoPay is not enabled. */
  autopayUrl?: string | null;
};

type Check = {
  field: string;
  rule: Rule;
  other?: string;
  when: (sent: CreateRequest, merchant: Merchant) => boolean;
};

const isCheckin = ({ type }: CreateRequest) => type === 'checkin';
const isPartial = ({ payment }: CreateRequest) => payment?.allowPartial === true;
const isDispersed = ({ payment }: CreateRequest) => (payment?.dispersion?.length ?? 0) > 0;

const isRepeated = ({ payment }: CreateRequest) => payment?.recurring !== undefined;
const isModified = ({ payment }: CreateRequest) => (payment?.modifiers?.length ?? 0) > 0;
const confirms = ({ metadata }: CreateRequest) => metadata?.requiresConfirmation === true;

/** Only basic payments wait for the merchant's word. Source: https://docs.placetopay.dev/checkout/confirmation-flow */
const confirmationExcludes: readonly { other: string; when: (sent: CreateRequest) => boolean }[] = [
  { other: 'subscription', when: ({ subscription }) => subscription !== undefined },
  { other: 'type', when: isCheckin },
  { other: 'payment.allowPartial', when: isPartial },
  { other: 'payment.recurring', when: ({ payment }) => payment?.recurring !== undefined },
  { other: 'payment.subscribe', when: ({ payment }) => payment?.subscribe === true },
  { other: 'payment.dispersion', when: isDispersed },
];

/** In this order; the first that applies is told. AutoPay's own are in autopay/rules.ts. */
export const rules: readonly Check[] = [
  {
    field: 'payment.allowPartial',
    rule: 'notWith',
    other: 'payment.recurring',
    when: (sent) => isPartial(sent) && sent.payment?.recurring !== undefined,
  },
  {
    field: 'payment.allowPartial',
    rule: 'notWith',
    other: 'payment.dispersion',
    when: (sent) => isPartial(sent) && isDispersed(sent),
  },
  {
    field: 'payment.allowPartial',
    rule: 'notWith',
    other: 'type',
    when: (sent) => isPartial(sent) && isCheckin(sent),
  },
  {
    field: 'payment.recurring',
    rule: 'notWith',
    other: 'payment.dispersion',
    when: (sent) => isRepeated(sent) && isDispersed(sent),
  },
  {
    field: 'payment.recurring',
    rule: 'notWith',
    other: 'type',
    when: (sent) => isRepeated(sent) && isCheckin(sent),
  },
  {
    field: 'payment.modifiers',
    rule: 'notWith',
    other: 'payment.allowPartial',
    when: (sent) => isModified(sent) && isPartial(sent),
  },
  {
    field: 'payment.modifiers',
    rule: 'notEnabled',
    when: (sent, { country = 'UY' }) => isModified(sent) && country !== 'UY',
  },
  {
    field: 'payment.dispersion',
    rule: 'notWith',
    other: 'type',
    when: (sent) => isDispersed(sent) && isCheckin(sent),
  },
  {
    field: 'payment.allowPartial',
    rule: 'notWith',
    other: 'payment.amount.taxes',
    when: (sent) => isPartial(sent) && (sent.payment?.amount.taxes?.length ?? 0) > 0,
  },
  {
    field: 'payment.allowPartial',
    rule: 'notWith',
    other: 'payment.amount.details',
    when: (sent) => isPartial(sent) && (sent.payment?.amount.details?.length ?? 0) > 0,
  },
  {
    field: 'subscription',
    rule: 'notWith',
    other: 'payment',
    when: ({ subscription, payment }) => subscription !== undefined && payment !== undefined,
  },
  {
    field: 'subscription',
    rule: 'notWith',
    other: 'type',
    when: (sent) => sent.subscription !== undefined && isCheckin(sent),
  },
  {
    field: 'payment.dispersion',
    rule: 'notWith',
    other: 'payment.amount.taxes',
    when: (sent) => isDispersed(sent) && (sent.payment?.amount.taxes?.length ?? 0) > 0,
  },
  {
    field: 'payment.dispersion',
    rule: 'notWith',
    other: 'payment.amount.details',
    when: (sent) => isDispersed(sent) && (sent.payment?.amount.details?.length ?? 0) > 0,
  },
  {
    field: 'payment.dispersion',
    rule: 'airline',
    when: ({ payment }) => !isAirlineFirst(payment?.dispersion ?? []),
  },
  {
    field: 'payment.dispersion',
    rule: 'sum',
    other: 'payment.amount',
    when: (sent) => isDispersed(sent) && !addsUp(sent.payment),
  },
  ...confirmationExcludes.map(({ other, when }) => ({
    field: 'metadata.requiresConfirmation',
    rule: 'notWith' as const,
    other,
    when: (sent: CreateRequest) => confirms(sent) && when(sent),
  })),
  {
    field: 'metadata.requiresConfirmation',
    rule: 'notEnabled',
    when: (sent, { allowsConfirmation = true }) => confirms(sent) && !allowsConfirmation,
  },
  {
    field: 'payment.amount.currency',
    rule: 'selected',
    when: ({ payment }, { currencies }) =>
      payment !== undefined && !currencies.includes(payment.amount.currency),
  },
  {
    field: 'paymentMethod',
    rule: 'selected',
    when: ({ paymentMethod }, { methods }) =>
      paymentMethod !== undefined && offered(paymentMethod, methods).length === 0,
  },
];

/** Compared after rounding, in minor units. */
function addsUp(payment: SentPayment | undefined): boolean {
  if (!payment?.dispersion) return true;
  const { currency } = payment.amount;
  const read = (total: number) => readAmount(total, currency)?.minor ?? -1n;
  const sum = payment.dispersion.reduce((total, part) => total + read(part.amount.total), 0n);
  const same = payment.dispersion.every((part) => part.amount.currency === currency);
  return same && sum === read(payment.amount.total);
}

/**
 * With an airline there are two parties at most, and the airline goes first. Source:
 * https://docs.placetopay.dev/gateway/transaction-types
 */
function isAirlineFirst(parts: NonNullable<SentPayment['dispersion']>): boolean {
  const airlines = parts.filter(({ agreementType }) => agreementType === 'AIRLINE').length;
  return airlines === 0 || (airlines === 1 && parts.length <= 2 && parts[0]?.agreementType === 'AIRLINE');
}
