import { scheduleLines, type ScheduleLines } from '@/components/store/schedule-lines';
import type { Locale } from '@/lib/domain/locale';
import { showRecorded } from '@/lib/domain/redacted';
import type { Previewed } from '@/lib/use-cases/preview-sample';

/** What is shown of a request before it is sent: its body, and where it repeats itself, when. */
export type ShownRequest = { body: string; schedule: ScheduleLines | null };

export function shownRequest({ body, recurring }: Previewed & { ok: true }, locale: Locale): ShownRequest {
  return { body: showRecorded(body, locale), schedule: recurring && scheduleLines(recurring, locale) };
}
