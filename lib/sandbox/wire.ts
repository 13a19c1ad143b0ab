import { z } from 'zod';
import { agreement } from './agreement';
import { lawRates } from './discounts';
import { autopayRequest } from './autopay/request';
import { amount } from './wire-amount';
import {
  day,
  fields,
  flag,
  integer,
  items,
  list,
  person,
  strictFlag,
  text,
  unlessEmpty,
  uri,
} from './wire-parts';

/**
 * What a request to create a session may hold. Everything else in it is ignored. Source:
 * https://docs.placetopay.dev/checkout/api/reference/session
 */

const recurring = z.object({
  periodicity: z.enum(['D', 'M', 'Y']),
  interval: integer.pipe(z.number().min(1).max(127)),
  nextPayment: day.optional(),
  maxPeriods: integer.pipe(z.number().min(-1).max(32767)),
  dueDate: day.optional(),
  notificationUrl: uri.optional(),
});

const dispersed = z.object({
  amount,
  agreement: agreement.optional(),
  agreementType: z.enum(['MERCHANT', 'AIRLINE']).optional(),
});

const modifier = z.object({
  type: z.preprocess(
    (type) => (type === 'FEDERAL_GOVERMENT' ? 'FEDERAL_GOVERNMENT' : type),
    z.enum(['FEDERAL_GOVERNMENT']),
  ),
  code: text(10).pipe(z.enum(Object.keys(lawRates))),
  additional: z.object({ invoice: text(9) }),
});

const payment = z.object({
  reference: text(32),
  description: text(255).optional(),
  amount: amount.refine(({ total }) => total > 0, { path: ['total'], params: { rule: 'positive' } }),
  allowPartial: flag.default(false),
  subscribe: flag.default(false),
  shipping: unlessEmpty(person.optional()),
  items: items.optional(),
  fields: fields.optional(),
  recurring: unlessEmpty(recurring.optional()),
  dispersion: list(dispersed).optional(),
  modifiers: list(modifier).optional(),
  processorFields: fields.optional(),
});

const initiators = [
  'AGENT',
  'CARDHOLDER_COF',
  'CARDHOLDER_RECURRING_VARIABLE_AMOUNT',
  'CARDHOLDER_RECURRING_FIXED_AMOUNT',
  'CARDHOLDER_WITH_INSTALLMENTS',
  'MERCHANT_COF',
  'MERCHANT_RECURRING_VARIABLE_AMOUNT',
  'MERCHANT_RECURRING_FIXED_AMOUNT',
  'MERCHANT_WITH_INSTALLMENTS',
] as const;

const metadata = z.looseObject({
  initiatorIndicator: z.enum(initiators).optional(),
  EBTDeliveryIndicator: z
    .enum(['DIRECT_DELIVERY', 'CUSTOMER_PICKUP', 'COMMERCIAL_SHIPPING', 'OTHER', 'NOT_AVAILABLE'])
    .optional(),
  requiresConfirmation: z.boolean().optional(),
});

/** In the order in which it is told back. */
export const createRequest = z.object({
  locale: z.unknown().optional(),
  payer: unlessEmpty(person.optional()),
  buyer: unlessEmpty(person.optional()),
  payment: unlessEmpty(payment.optional()),
  subscription: unlessEmpty(
    z
      .object({ reference: text(32), description: text(255).optional(), fields: fields.optional() })
      .optional(),
  ),
  autopay: unlessEmpty(autopayRequest.optional()),
  type: z.enum(['checkin', 'autopay']).optional(),
  fields: fields.optional(),
  returnUrl: uri,
  cancelUrl: uri.optional(),
  paymentMethod: z.string().max(255).optional(),
  ipAddress: z.string().max(46),
  userAgent: z.string().max(255),
  expiration: z.string().max(35).optional(),
  skipResult: strictFlag.optional(),
  noBuyerFill: flag.optional(),
  captureAddress: flag.optional(),
  metadata: unlessEmpty(metadata.optional()),
});

export type CreateRequest = z.infer<typeof createRequest>;

export type SentPayment = z.infer<typeof payment>;
