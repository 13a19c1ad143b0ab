import 'server-only';
import type { FieldProblems } from '@/lib/domain/form-field';
import type { Locale } from '@/lib/domain/locale';
import type { MandateTerms } from '@/lib/domain/mandate';
import { initialMandateAnswers, readMandateTerms } from '@/lib/domain/mandate-answers';
import { autopayBody } from '@/lib/placetopay/autopay';
import { redact } from '@/lib/placetopay/redact';
import { mandateDescriptions, pageExpiry } from './create-mandate';
import type { Visitor } from './open-mandate-page';
import { writtenLater } from './preview-sample';

type Input = {
  /** The form's answers, untrusted; null for those it begins with. */
  answers: Readonly<Record<string, string>> | null;
  locale: Locale;
  visitor: Visitor;
};

export type PreviewedMandate =
  { ok: true; body: string; terms: MandateTerms } | { ok: false; fields: FieldProblems };

/**
 * The body that POST /autopay/session would receive if somebody agreed to these answers now, by the same code that sends
 * it; personal data and the address of the way back are removed, as in every record of a call.
 */
export function previewMandate({ answers, locale, visitor }: Input): PreviewedMandate {
  const now = new Date();
  const read = readMandateTerms(answers ?? initialMandateAnswers(now), now);
  if (!read.ok) return read;
  const { terms } = read;
  const request = {
    ...{ terms, locale, returnUrl: '', expiresAt: pageExpiry(now), ...visitor },
    reference: writtenLater[locale],
    description: mandateDescriptions[locale],
  };
  return { ok: true, terms, body: JSON.stringify(redact(autopayBody(request)), null, 2) };
}
