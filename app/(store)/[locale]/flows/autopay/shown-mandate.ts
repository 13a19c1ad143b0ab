import { mandateSchedule } from '@/components/store/mandate-words';
import type { Locale } from '@/lib/domain/locale';
import { showRecorded } from '@/lib/domain/redacted';
import type { PreviewedMandate } from '@/lib/use-cases/preview-mandate';
import type { ShownRequest } from '../[flow]/shown-request';

/** What is shown of an agreement before it is sent: the body, and when it would charge. */
export function shownMandate({ body, terms }: PreviewedMandate & { ok: true }, locale: Locale): ShownRequest {
  return { body: showRecorded(body, locale), schedule: mandateSchedule(terms, terms.firstOn, locale) };
}
