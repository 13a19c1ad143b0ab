import type { ReactNode } from 'react';
import { formatDateTime } from '@/lib/dictionaries/format';
import type { Locale } from '@/lib/domain/locale';

/** One thing that happened. `who` is whose word it is. */
export type Moment = {
  key: string | number;
  title: ReactNode;
  details?: string | null;
  at: Date;
  who: string;
};

/** What happened and who said so, in the order given. */
export function Timeline({
  locale,
  title,
  moments,
}: {
  locale: Locale;
  title: string;
  moments: readonly Moment[];
}) {
  return (
    <section aria-labelledby="timeline" className="my-10 print:hidden">
      <h2 id="timeline" className="mb-4 text-2xl font-bold">
        {title}
      </h2>
      <ol reversed className="border-moss ml-2 border-l-2">
        {moments.map((moment) => (
          <li key={moment.key} className="relative pb-5 pl-6 last:pb-0">
            <span
              aria-hidden="true"
              className="border-moss bg-paper absolute top-2 -left-[9px] size-4 rounded-full border-4"
            />
            <p className="flex flex-wrap items-center gap-x-3 font-semibold">{moment.title}</p>
            {moment.details && <p className="text-base break-words">{moment.details}</p>}
            <p className="text-sm opacity-85">
              <time dateTime={moment.at.toISOString()}>{formatDateTime(moment.at, locale)}</time> ·{' '}
              {moment.who}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
