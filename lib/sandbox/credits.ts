import type { Details } from './details';
import { toWire, type Amount } from './money';

/**
 * Credit options: Colombia has instalments, Ecuador credit groups. Codes and rates are the sandbox's own.
 * Source of the groups: https://docs.placetopay.dev/gateway/additional-data
 */

export type Credit = {
  /** As `gateway/information` names it. */
  description: string;
  code: number;
  type: string;
  /** C current, D deferred without interest, M plus, P with interest. */
  groupCode: string;
  installments: readonly number[];
};

/** The option that a payer chose. */
export type ChosenCredit = Omit<Credit, 'description' | 'installments'> & { installments: number };

const upTo = (most: number) => Array.from({ length: most }, (_, at) => at + 1);

const credits: Readonly<Record<string, readonly Credit[]>> = {
  CO: [{ description: 'CRÉDITO CORRIENTE', code: 1, groupCode: 'C', type: '00', installments: upTo(36) }],
  EC: [
    { description: 'CORRIENTE', code: 1, groupCode: 'C', type: '00', installments: [1] },
    {
      description: 'DIFERIDO SIN INTERESES',
      code: 3,
      groupCode: 'D',
      type: '03',
      installments: [3, 6, 9, 12],
    },
    {
      description: 'DIFERIDO CON INTERESES',
      code: 2,
      groupCode: 'P',
      type: '02',
      installments: [3, 6, 9, 12, 18, 24],
    },
    { description: 'DIFERIDO PLUS', code: 4, groupCode: 'M', type: '21', installments: [3, 6, 9, 12] },
  ],
};

/** Empty where the country has neither. */
export function creditsOf(country: string): readonly Credit[] {
  return credits[country] ?? [];
}

/** `D:6` is six instalments of group D. Null for what is not offered. */
export function readCredit(typed: string, offered: readonly Credit[]): ChosenCredit | null {
  const [group, count] = typed.trim().split(':');
  const credit = offered.find(({ groupCode }) => groupCode === group);
  const installments = credit?.installments.find((one) => String(one) === count);
  if (!credit || installments === undefined) return null;
  const { code, type, groupCode } = credit;
  return { code, type, groupCode, installments };
}

/** Per mille of interest for each month. */
const monthlyRate: Readonly<Record<string, bigint>> = { P: 12n };

/** What a credit costs, in minor units: simple interest on the total, and each instalment rounded up. */
function costOf(credit: ChosenCredit, total: bigint) {
  const months = BigInt(credit.installments);
  const interest = (total * (monthlyRate[credit.groupCode] ?? 0n) * months + 500n) / 1000n;
  return { total: total + interest, interest, installment: (total + interest + months - 1n) / months };
}

/** What a transaction tells of the credit that its payer chose. Null where the country has no credit groups. */
export function creditDetails(
  { credit }: { credit: ChosenCredit | null },
  { minor, currency }: Amount,
): Extract<Details, { kind: 'credit' }> | null {
  if (!credit) return null;
  const { total, interest, installment } = costOf(credit, minor);
  return {
    kind: 'credit',
    ...credit,
    totalAmount: toWire({ minor: total, currency }),
    interestAmount: toWire({ minor: interest, currency }),
    installmentAmount: toWire({ minor: installment, currency }),
  };
}
