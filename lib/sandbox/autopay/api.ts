import 'server-only';
import { z } from 'zod';
import { refusal, refusedAnswer, type Answer } from '../answers';
import { readLocale } from '../create-request';
import { readDate, toWireDate } from '../dates';
import { db, inTx } from '../db';
import type { Prisma } from '../generated/client';
import { languageOf, sessionText, type Language } from '../messages';
import { readAmount } from '../money';
import { beginOf, readDay } from '../recurrence';
import { readReference } from '../references';
import { languageFor, type Call } from '../sessions';
import { describe } from '../validation-messages';
import { integer, text, unlessEmpty } from '../wire-parts';
import { chargedBody } from './charged-body';
import { foundBody } from './mandate-body';
import { cancelMandate, findMandate, lockMandate } from './mandates';
import { chargeTypes } from './request';

/** Search, transactions and cancel: what is wrong with a request is BR. Source: https://docs.placetopay.dev/autopay/api */

const pagination = unlessEmpty(
  z
    .object({
      perPage: integer.pipe(z.number().min(1).max(100)).default(15),
      currentPage: integer.pipe(z.number().min(1).max(100_000)).default(1),
    })
    .prefault({}),
);

/** A day, or a day and time; a day that ends a period is meant whole. */
const moment = z
  .string()
  .max(35)
  .refine((text) => toMoment(text) !== null, { params: { rule: 'date' } });

const period = unlessEmpty(z.object({ from: moment.optional(), to: moment.optional() }).optional());

const statuses = z.array(z.string().max(20)).max(20).optional();

const searchRequest = z.object({
  filters: unlessEmpty(
    z
      .object({
        reference: text(255).optional(),
        id: z.string().max(36).optional(),
        chargeTypes: z.array(z.enum(chargeTypes)).optional(),
        status: statuses,
        createdAt: period,
      })
      .optional(),
  ),
  pagination,
});

/** Newest first. Source: https://docs.placetopay.dev/autopay/api/search */
export async function searchMandates(call: Call): Promise<Answer> {
  const read = searchRequest.safeParse(call.body, { reportInput: true });
  if (!read.success) return wrong(call, read.error);
  const { filters = {}, pagination: pages } = read.data;
  const where: Prisma.AutopayWhereInput = {
    siteLogin: call.site.login,
    ...(filters.reference !== undefined && { reference: filters.reference }),
    ...(filters.id !== undefined && { id: filters.id }),
    ...(filters.chargeTypes?.length && { chargeType: { in: filters.chargeTypes } }),
    ...(filters.status?.length && { status: { in: filters.status } }),
    ...(filters.createdAt && { createdAt: between(filters.createdAt) }),
  };
  const [total, found] = await Promise.all([
    db().autopay.count({ where }),
    db().autopay.findMany({
      where,
      include: { site: true, instrument: true },
      orderBy: [{ createdAt: 'desc' }, { requestId: 'desc' }],
      ...pageOf(pages),
    }),
  ]);
  return listed(call, { total, ...pages }, found.map(foundBody));
}

const uuid = z.string().max(100);

const transactionsRequest = z.object({
  id: uuid,
  filters: unlessEmpty(
    z
      .object({
        internalReference: z.union([z.number(), z.string().max(20)]).optional(),
        status: statuses,
        amount: z
          .object({ total: z.union([z.number(), z.string().max(30)]), currency: z.string().max(3) })
          .optional(),
        createdAt: period,
      })
      .optional(),
  ),
  pagination,
});

/** Every try at every due date, newest first. Source: https://docs.placetopay.dev/autopay/api/transactions */
export async function listTransactions(call: Call): Promise<Answer> {
  const read = transactionsRequest.safeParse(call.body, { reportInput: true });
  if (!read.success) return wrong(call, read.error);
  const { id, filters = {}, pagination: pages } = read.data;
  const mandate = await findMandate(db(), { id, siteLogin: call.site.login });
  if (!mandate) return unknown(call);
  const { internalReference, amount } = filters;
  const sum = amount && readAmount(amount.total, amount.currency);
  const where: Prisma.TransactionWhereInput = {
    autopayCharge: { autopayId: id },
    ...(internalReference !== undefined && {
      internalReference: readReference(internalReference) ?? 0,
    }),
    ...(filters.status?.length && { status: { in: filters.status } }),
    ...(amount && { currency: amount.currency, totalMinor: sum?.minor ?? -1n }),
    ...(filters.createdAt && { createdAt: between(filters.createdAt) }),
  };
  const [total, found] = await Promise.all([
    db().transaction.count({ where }),
    db().transaction.findMany({ where, orderBy: { internalReference: 'desc' }, ...pageOf(pages) }),
  ]);
  const language = languageFor(call.body, call.site);
  const data = found.map((one) => chargedBody(one, mandate, language));
  return listed(call, { total, ...pages }, data);
}

/** For ever. Source: https://docs.placetopay.dev/autopay/api/cancel */
export async function cancelByMerchant(call: Call): Promise<Answer> {
  const read = z.object({ id: uuid }).safeParse(call.body, { reportInput: true });
  if (!read.success) return wrong(call, read.error);
  const { site, now } = call;
  return inTx(async (tx) => {
    const mandate = await lockMandate(tx, read.data.id);
    if (mandate?.siteLogin !== site.login) return unknown(call);
    if (!(await cancelMandate(tx, mandate, now)))
      return refusal(400, 'BR', 'unprocessable', languageFor(call.body, site), now);
    return { http: 200, body: { status: done(call), id: mandate.id } };
  });
}

function between({ from, to }: { from?: string | undefined; to?: string | undefined }) {
  const end = to === undefined ? null : toMoment(to);
  const isWhole = to !== undefined && readDay(to) === to.trim();
  const dayMs = 24 * 60 * 60 * 1000;
  return {
    ...(from !== undefined && { gte: toMoment(from) ?? undefined }),
    ...(end && (isWhole ? { lt: new Date(end.getTime() + dayMs) } : { lte: end })),
  };
}

function toMoment(text: string): Date | null {
  const day = readDay(text);
  return day === text.trim() && day !== null ? beginOf(day) : readDate(text);
}

type Pages = { perPage: number; currentPage: number };

function pageOf({ perPage, currentPage }: Pages) {
  return { skip: (currentPage - 1) * perPage, take: perPage };
}

function listed(call: Call, { total, perPage, currentPage }: Pages & { total: number }, data: object[]) {
  const lastPage = Math.max(1, Math.ceil(total / perPage));
  const body = { status: done(call), pagination: { total, perPage, currentPage, lastPage }, data };
  return { http: 200, body };
}

function done({ body, site, now }: Call): object {
  const language: Language = languageOf(readLocale(body, site.locale));
  return { status: 'OK', reason: '00', message: sessionText('OK', '00', language), date: toWireDate(now) };
}

function wrong(call: Call, error: z.ZodError): Answer {
  const language = languageFor(call.body, call.site);
  const [issue] = error.issues;
  if (!issue) return refusal(400, 'BR', 'unprocessable', language, call.now);
  return refusedAnswer(400, 'BR', describe(issue, language), call.now);
}

/** Another site's does not exist for this one. */
function unknown(call: Call): Answer {
  return refusal(404, 'NF', 'noAutopay', languageFor(call.body, call.site), call.now);
}
