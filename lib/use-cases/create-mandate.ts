import 'server-only';
import { prepareEdit, prepareMandate } from '@/lib/data/mandates';
import type { FieldProblems } from '@/lib/domain/form-field';
import type { Locale } from '@/lib/domain/locale';
import { readMandateTerms } from '@/lib/domain/mandate-answers';
import type { Viewer } from '@/lib/domain/viewer';
import { openMandatePage, type OpenedPage, type Visitor } from './open-mandate-page';

type Common = { attemptKey: string; viewer: Viewer; visitor: Visitor; locale: Locale };

export type MandateStarted =
  OpenedPage | { ok: false; problem: 'invalid_form'; fields: FieldProblems; message?: undefined };

/** How long a payer has on the page: the gateway's own default. */
const pageMs = 30 * 60_000;

/** Until when the page of an agreement that is opened now may be used. */
export function pageExpiry(now: Date): Date {
  return new Date(now.getTime() + pageMs);
}

/** What the payer reads above the terms. */
export const mandateDescriptions = {
  es: 'Ladera · cobros automáticos',
  en: 'Ladera · automatic payments',
} as const satisfies Record<Locale, string>;

/**
 * Opens the page on which somebody signed in agrees to be charged automatically. Nothing is charged by it.
 *
 * Source: https://docs.placetopay.dev/autopay/api/session
 */
export async function createMandate({
  answers,
  ...common
}: Common & { answers: Readonly<Record<string, string>> }): Promise<MandateStarted> {
  const now = new Date();
  const read = readMandateTerms(answers, now);
  if (!read.ok) return { ok: false, problem: 'invalid_form', fields: read.fields };
  const { viewer, attemptKey, locale } = common;
  const expiresAt = pageExpiry(now);
  const description = mandateDescriptions[locale];
  const { terms } = read;
  const prepared = await prepareMandate({ viewer, attemptKey, locale, terms, description, expiresAt, now });
  return openMandatePage(prepared, common);
}

/** Opens the page for another card. The terms and the history stay; one that had failed goes on with its next date. */
export async function editMandate({
  mandateId,
  ...common
}: Common & { mandateId: string }): Promise<OpenedPage> {
  const now = new Date();
  const { viewer, attemptKey } = common;
  const expiresAt = pageExpiry(now);
  return openMandatePage(await prepareEdit({ mandateId, viewer, attemptKey, expiresAt, now }), common);
}
