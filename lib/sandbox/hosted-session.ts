import 'server-only';
import { attemptsOf, statusOf, type Whole } from './bookkeeping';
import { findOther } from './other-methods';
import { methodsOf, waysOf } from './methods';
import { creditsOf, type Credit } from './credits';
import { documentTypesOf } from './documents';
import { isOver } from './expiration';
import type { Transaction } from './generated/client';
import { lockedPerson, personOf } from './hosted-person';
import { attemptView, minor } from './attempt-view';
import type { Hosted, Item, Language, MandateTerms, Person, SessionView, ShownField } from './hosted-view';
import { attemptToken } from './identifiers';
import { languageOf, sessionText } from './messages';
import { readAmount, toDecimal } from './money';
import { isFinal, refusals } from './session';
import { acceptsMore, partialOf } from './partial';
import { repetitionOf } from './recurrence';
import { requestOf } from './stored-request';
import type { CreateRequest } from './wire';

/** What the payment page may know of a session, how it stands and what it offers: everything here only reads. */

/**
 * Everything that is drawn of a session at this moment, `at` by the gateway's clock. Texts are in the session's own language
 * unless another is asked for; `terms` are those of an automatic payment, null for any other session.
 */
export function viewOf(
  session: Whole,
  at: Date,
  { language: spoken, terms }: { language: Language | undefined; terms: MandateTerms | null },
): SessionView {
  const language = spoken ?? languageOf(session.locale);
  const asked = requestOf(session);
  const { site, transactions, requestId } = session;
  const money = (total: number) => decimal(total, session.currency ?? '');
  return {
    requestId,
    code: `S${requestId}-T${Math.max(1, transactions.length)}`,
    locale: session.locale,
    language,
    site: { name: site.name, country: site.country, supportEmail: site.supportEmail },
    status: {
      status: session.status,
      reason: session.reason,
      message: sessionText(session.status, session.reason, language),
      date: session.statusAt,
    },
    amount: session.currency === null ? null : minor(session.totalMinor ?? 0n, session.currency),
    ...kindOf(session, asked),
    terms,
    reference: session.reference,
    description: (asked.payment ?? asked.subscription ?? terms)?.description ?? '',
    createdAt: session.createdAt,
    expiresAt: session.expiresAt,
    now: at,
    person: personOf(session),
    lockedFields: Object.keys(lockedPerson(session)) as (keyof Person)[],
    documentTypes: documentTypesOf(site.country),
    ...waysIn(session),
    installments: installmentsOf(session),
    credits: creditsIn(session),
    asksZip: site.country === 'PR',
    attempts: [...transactions].reverse().map((one) => attemptView(one, language, session.expiresAt)),
    attemptsLeft: Math.max(0, site.attemptsLimit - refusals(attemptsOf(session))),
    attemptToken: nextToken(session),
    waitingToken:
      transactions.find((one) => one.status === 'PENDING' && one.waitsFor === 'BANK')?.attemptToken ?? null,
    returnUrl: asked.returnUrl,
    cancelUrl: asked.cancelUrl ?? asked.returnUrl,
    skipResult: asked.skipResult === true,
    items: (asked.payment?.items ?? []).map((item) => itemView(item, money)),
    taxes: (asked.payment?.amount.taxes ?? []).map(({ kind, amount }) => ({ kind, amount: money(amount) })),
    details: (asked.payment?.amount.details ?? []).map(({ kind, amount }) => ({
      kind,
      amount: money(amount),
    })),
    fields: {
      payment: shownFields(asked, ['payment', 'both']),
      result: shownFields(asked, [
        'receipt',
        'both',
        ...(session.status === 'APPROVED' ? (['approved'] as const) : []),
      ]),
    },
  };
}

function kindOf(session: Whole, { payment, type }: CreateRequest) {
  const parts = partialOf(session);
  const currency = session.currency ?? '';
  return {
    partial: parts && {
      paid: minor(parts.paid, currency),
      remaining: minor(parts.remaining, currency),
      minimum: minor(parts.minimum, currency),
    },
    keepsCardOnly: session.kind === 'SUBSCRIPTION' || session.kind === 'AUTOPAY',
    asksConsent: payment?.subscribe === true,
    holds: type === 'checkin',
    // What is held is charged by the merchant, and never by itself.
    repetition: payment?.recurring && type !== 'checkin' ? repetitionOf(payment.recurring) : null,
  };
}

const waitingScreens: Readonly<Record<string, 'processing' | 'bank' | 'push' | 'order'>> = {
  SILENCE: 'processing',
  BANK: 'bank',
  PUSH: 'push',
  CASH: 'order',
};

/** A code that nobody answered and an order that nobody paid are over when the session is. */
function endsWithSession({ step, waitsFor }: Transaction): boolean {
  return step !== null || waitsFor === 'CASH';
}

/** Where the payer stands, as a screen. */
export function screenOf(session: Whole, at: Date): Exclude<Hosted['kind'], 'not_found'> {
  const waiting = session.transactions.find(({ status }) => status.startsWith('PENDING'));
  const overdue = waiting && endsWithSession(waiting) && session.expiresAt <= at;
  if (waiting && !overdue) {
    if (waiting.step) return waiting.step === 'OTP' ? 'otp' : 'challenge';
    return waitingScreens[waiting.waitsFor ?? ''] ?? 'pending';
  }
  if (session.status === 'PARTIAL_EXPIRED' || session.status === 'APPROVED') return 'finished';
  if (session.status === 'APPROVED_PARTIAL' && !acceptsMore(session)) return 'finished';
  return overdue || isOver(session, at) ? 'unavailable' : 'open';
}

/** Why nobody can pay here any more. */
export function endOf(session: Whole): 'EXPIRED' | 'MERCHANT' | 'PAYER' | 'ATTEMPTS' {
  if (!isFinal(statusOf(session))) return 'EXPIRED';
  const ends = { EX: 'EXPIRED', MC: 'MERCHANT', '?C': 'PAYER' } as const;
  return ends[session.reason as keyof typeof ends] ?? 'ATTEMPTS';
}

/** The token of the next attempt: the same however often the page is opened before it is made. */
export function nextToken(session: Whole): string {
  return attemptToken(session, session.transactions.length + 1);
}

/** What may pay here, in the codes of `paymentMethod`. */
export function methodsIn(session: Whole): readonly string[] {
  const lastsMs = session.expiresAt.getTime() - session.createdAt.getTime();
  return methodsOf(requestOf(session), session.site.methods, lastsMs);
}

function waysIn(session: Whole) {
  const methods = methodsIn(session);
  const networks = methods.map(findOther).filter((other) => other?.way === 'cash');
  return {
    methods,
    ways: waysOf(methods),
    networks: networks.flatMap((other) => (other ? [{ code: other.code, name: other.name }] : [])),
  };
}

/** Ecuador's credit groups, for what is charged. */
export function creditsIn({ site, totalMinor }: Whole): readonly Credit[] {
  return site.country === 'EC' && totalMinor !== null ? creditsOf(site.country) : [];
}

/** In Colombia a card pays in up to 36 instalments. */
export function installmentsOf({ site, currency }: Whole): readonly number[] {
  return site.country === 'CO' && currency === 'COP' ? Array.from({ length: 36 }, (_, at) => at + 1) : [];
}

function itemView(
  item: NonNullable<NonNullable<CreateRequest['payment']>['items']>[number],
  money: (total: number) => { total: string },
): Item {
  const { sku = '', name = '', qty = '1', price } = item;
  return { sku, name, quantity: qty, price: price === undefined ? null : money(price).total };
}

/**
 * Objects and lists of objects are not drawn; scalars in a list are. Source:
 * https://docs.placetopay.dev/checkout/additional-fields
 */
function shownFields(asked: CreateRequest, displays: readonly string[]): ShownField[] {
  const { fields = [], payment, subscription } = asked;
  return [...fields, ...((payment ?? subscription)?.fields ?? [])]
    .filter(({ displayOn }) => displays.includes(displayOn))
    .map(({ keyword, value }) => ({ keyword, text: [value].flat().filter(isScalar).join(', ') }))
    .filter(({ text }) => text !== '');
}

function isScalar(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function decimal(total: number, currency: string): { currency: string; total: string } {
  const read = readAmount(total, currency);
  return { currency, total: read ? toDecimal(read) : String(total) };
}
