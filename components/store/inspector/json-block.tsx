import type { Locale } from '@/lib/domain/locale';
import { showRecorded } from '@/lib/domain/redacted';

type Props = { locale: Locale; title: string; value: unknown };

/** What was said, as it was said. Longer than its place it scrolls by itself, also by keyboard. */
export function JsonBlock({ locale, title, value }: Props) {
  return (
    <div className="min-w-0">
      <p className="mb-1 font-semibold">{title}</p>
      <pre role="group" tabIndex={0} aria-label={title} className={codeStyle}>
        {showRecorded(JSON.stringify(value, null, 2), locale)}
      </pre>
    </div>
  );
}

export const codeStyle =
  'border-mist max-h-96 overflow-auto rounded-xl border-2 p-3 font-mono text-sm leading-snug';
