import { readDay } from '../recurrence';
import type { Rule } from '../validation-messages';
import type { AutopayRequest } from './request';

/** What an AutoPay session must say, and may not say. Source: https://docs.placetopay.dev/autopay/api/session */

type Asked = {
  type?: string | undefined;
  autopay?: AutopayRequest | undefined;
  payment?: unknown;
  subscription?: unknown;
};

type Enabled = { currencies: readonly string[]; autopayUrl?: string | null };

type Check = {
  field: string;
  rule: Rule;
  other?: (sent: Asked) => string;
  when: (sent: Asked, merchant: Enabled) => boolean;
};

const isAutopay = ({ type }: Asked) => type === 'autopay';
const creates = ({ autopay }: Asked) => autopay?.action === 'CREATE';

/** In this order; the first that applies is told. Whoever edits says only which: the terms stay as they were accepted. */
export const autopayRules: readonly Check[] = [
  { field: 'autopay', rule: 'required', when: (sent) => isAutopay(sent) && sent.autopay === undefined },
  {
    field: 'type',
    rule: 'required',
    when: ({ autopay, type }) => autopay !== undefined && type === undefined,
  },
  {
    field: 'autopay',
    rule: 'notWith',
    other: () => 'type',
    when: (sent) => sent.autopay !== undefined && !isAutopay(sent),
  },
  {
    field: 'autopay',
    rule: 'notWith',
    other: ({ payment }) => (payment === undefined ? 'subscription' : 'payment'),
    when: ({ autopay, payment, subscription }) =>
      autopay !== undefined && (payment !== undefined || subscription !== undefined),
  },
  {
    field: 'autopay',
    rule: 'notEnabled',
    when: (sent, { autopayUrl }) => isAutopay(sent) && autopayUrl === null,
  },
  {
    field: 'autopay.id',
    rule: 'required',
    when: ({ autopay }) => autopay?.action === 'EDIT' && autopay.id === undefined,
  },
  {
    field: 'autopay.dueDay',
    rule: 'required',
    when: (sent) => creates(sent) && sent.autopay?.dueDay === undefined,
  },
  {
    field: 'autopay.recurring',
    rule: 'required',
    when: (sent) => creates(sent) && sent.autopay?.recurring === undefined,
  },
  {
    field: 'autopay.amount',
    rule: 'required',
    when: (sent) => isFixed(sent) && sent.autopay?.amount === undefined,
  },
  {
    field: 'autopay.amount.total',
    rule: 'positive',
    when: (sent) => isFixed(sent) && sent.autopay?.amount?.total === 0,
  },
  {
    field: 'autopay.amount.currency',
    rule: 'selected',
    when: ({ autopay }, { currencies }) =>
      autopay?.amount !== undefined && !currencies.includes(autopay.amount.currency),
  },
  {
    field: 'autopay.recurring.dueDate',
    rule: 'tooSmall',
    other: ({ autopay }) => readDay(autopay?.recurring?.nextPayment ?? '') ?? '',
    when: ({ autopay }) => endsBeforeItBegins(autopay),
  },
];

function isFixed(sent: Asked): boolean {
  return creates(sent) && sent.autopay?.recurring?.type === 'FIXED';
}

function endsBeforeItBegins(autopay: AutopayRequest | undefined): boolean {
  if (autopay?.action !== 'CREATE' || autopay.recurring?.dueDate === undefined) return false;
  const { dueDate, nextPayment } = autopay.recurring;
  return (readDay(dueDate) ?? '') < (readDay(nextPayment) ?? '');
}
