import { formatMoney } from '@/lib/dictionaries/format';
import { outcomes } from '@/lib/dictionaries/outcomes';
import { isFinal, type CheckoutSession } from '@/lib/domain/checkout-session';
import type { Locale } from '@/lib/domain/locale';
import type { Recurring } from '@/lib/domain/session-request';
import { ScheduleDays } from './schedule-days';
import { scheduleLines } from './schedule-lines';

type Props = { locale: Locale; session: CheckoutSession; recurring: Recurring };

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
          <ScheduleDays {...scheduleLines(recurring, locale)} />
          <p className="mt-3 text-sm opacity-85">{texts.stop}</p>
        </>
      )}
    </section>
  );
}
