import type { ReactNode } from 'react';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import { formatDateTime } from '@/lib/dictionaries/format';
import type { Locale } from '@/lib/domain/locale';

type Props = {
  locale: Locale;
  /** What kind of message it is, and how it went, each in a word. */
  kind: string;
  outcome: string;
  tone: BadgeTone;
  method: string;
  path: string;
  at: Date;
  /** What else is worth a glance: the duration, the attempt. */
  facts: readonly (string | null)[];
  children: ReactNode;
};

/** One message as a row that opens. It is the browser's own disclosure, so it needs no script. */
export function ExchangeRow({ locale, kind, outcome, tone, method, path, at, facts, children }: Props) {
  return (
    <li className="border-mist border-t-2 last:border-b-2">
      <details className="group">
        <summary className="hover:bg-mist/30 flex min-h-12 items-start gap-x-2 py-3 text-base">
          <span
            aria-hidden="true"
            className="text-clay grid size-6 shrink-0 place-items-center transition-transform group-open:rotate-90"
          >
            ⟩
          </span>
          <span className="flex min-w-0 grow flex-wrap items-center gap-x-4 gap-y-1">
            <span className="sr-only">{kind}</span>
            <span className="mr-auto min-w-0 font-mono text-sm break-all">
              {method} {path}
            </span>
            <Badge tone={tone}>{outcome}</Badge>
            {facts
              .filter((fact) => fact !== null)
              .map((fact) => (
                <span key={fact} className="text-sm tabular-nums">
                  {fact}
                </span>
              ))}
            <time dateTime={at.toISOString()} className="text-sm opacity-85">
              {formatDateTime(at, locale)}
            </time>
          </span>
        </summary>
        <div className="grid grid-cols-1 gap-4 pb-5 sm:pl-8">{children}</div>
      </details>
    </li>
  );
}
