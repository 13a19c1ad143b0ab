import { formatDay, formatMoney } from '@/lib/dictionaries/format';
import { outcomes } from '@/lib/dictionaries/outcomes';
import { nextCharges } from '@/lib/domain/calendar';
import { isFinal, type CheckoutSession } from '@/lib/domain/checkout-session';
import type { Locale } from '@/lib/domain/locale';
import type { Recurring } from '@/lib/domain/session-request';

type Props = { locale: Locale; session: CheckoutSession; recurring: Recurring };

const shown = 6;

/** A payment that repeats itself: how often, until when, and its next days. They count only once the first is approved. */
export function OutcomeSchedule({ locale, session, recurring }: Props) {
  const texts = outcomes[locale].schedule;
  const amount = formatMoney(session.amount, locale);
  const approved = session.status === 'APPROVED';
  const off = isFinal(session.status) && !approved;
  return (
    <section aria-labelledby="schedule" className="my-10">
      <h2 id="schedule" className="mb-3 text-2xl font-bold">
        {texts.title}
      </h2>
      {off ? (
        <p className="max-w-prose">{texts.off}</p>
      ) : (
        <>
          <p className="max-w-prose">{approved ? texts.started(amount) : texts.planned(amount)}</p>
          <ScheduleDays locale={locale} recurring={recurring} />
          <p className="mt-3 text-sm opacity-85">{texts.stop}</p>
        </>
      )}
    </section>
  );
}

/** The rhythm in words, and the next days of it. */
export function ScheduleDays({ locale, recurring }: { locale: Locale; recurring: Recurring }) {
  const texts = outcomes[locale].schedule;
  const { periodicity, interval, maxPeriods, dueDate } = recurring;
  const { days, more } = nextCharges(recurring, shown);
  const rhythm = [
    texts.every[periodicity](interval),
    maxPeriods === -1 ? texts.unlimited : texts.times(maxPeriods),
    ...(dueDate === null ? [] : [texts.until(formatDay(dueDate, locale))]),
  ];
  return (
    <>
      <p className="mt-2 font-semibold">{rhythm.join(', ')}.</p>
      <ol className="mt-3 grid gap-1.5 text-base">
        {days.map((day) => (
          <li key={day} className="flex items-center gap-3">
            <span aria-hidden="true" className="bg-maize size-3 rounded-full" />
            <time dateTime={day}>{formatDay(day, locale)}</time>
          </li>
        ))}
      </ol>
      {more && <p className="mt-1.5 pl-6 text-base">{texts.more}</p>}
    </>
  );
}
