import { z } from 'zod';
import { readAmount } from '../money';
import type { ChargeType } from './request';

/** What a merchant answered to "how much?": pure. Source: https://docs.placetopay.dev/autopay/contracts/balance */

export type Told = { httpStatus: number | null; answer: string | null };

export type Balance = { ok: true; minor: bigint } | { ok: false; problem: string };

type Asked = { id: string; chargeType: string; currency: string };

const amount = z.object({ currency: z.string(), total: z.union([z.number(), z.string()]) });

const reply = z.object({
  status: z.object({ status: z.string() }),
  id: z.string().optional(),
  amount: amount.optional(),
  min_amount: amount.optional(),
});

/** TOTAL_BALANCE reads `amount`, MINIMUM_BALANCE `min_amount`; 0 means that there is nothing to charge. */
export function readBalance(told: Told, { id, chargeType, currency }: Asked): Balance {
  const no = (problem: string): Balance => ({ ok: false, problem });
  const read = readReply(told);
  if (read === null) return no('the answer is not the documented JSON');
  if (!isSuccess(told) || read.status.status !== 'OK') return no(`answered ${read.status.status}`);
  if (read.id !== undefined && read.id !== id) return no('the answer is about another autopay');
  const member = (chargeType as ChargeType) === 'MINIMUM_BALANCE' ? 'min_amount' : 'amount';
  const sent = read[member];
  if (!sent) return no(`the answer has no ${member}`);
  if (sent.currency !== currency) return no(`${member} is not in ${currency}`);
  const total = readAmount(sent.total, currency);
  return total ? { ok: true, minor: total.minor } : no(`${member} is no amount`);
}

/** Did the merchant take what it was told? Any 2xx, unless its body says that it failed. */
export function isTaken(told: Told): boolean {
  return isSuccess(told) && readReply(told)?.status.status !== 'FAILED';
}

function isSuccess({ httpStatus }: Told): boolean {
  return httpStatus !== null && httpStatus >= 200 && httpStatus < 300;
}

function readReply({ answer }: Told): z.infer<typeof reply> | null {
  try {
    return reply.safeParse(JSON.parse(answer ?? '')).data ?? null;
  } catch {
    return null;
  }
}
