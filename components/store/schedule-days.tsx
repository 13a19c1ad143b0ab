import type { ScheduleLines } from './schedule-lines';

/** The rhythm of a repeated payment in words, and the next days of it. */
export function ScheduleDays({ rhythm, days, more }: ScheduleLines) {
  return (
    <>
      <p className="mt-2 font-semibold">{rhythm}</p>
      <ol className="mt-3 grid gap-1.5 text-base">
        {days.map(({ day, words }) => (
          <li key={day} className="flex items-center gap-3">
            <span aria-hidden="true" className="bg-maize size-3 rounded-full" />
            <time dateTime={day}>{words}</time>
          </li>
        ))}
      </ol>
      {more && <p className="mt-1.5 pl-6 text-base">{more}</p>}
    </>
  );
}
