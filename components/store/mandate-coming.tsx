import { formatMoney } from '@/lib/dictionaries/format';
import { mandates } from '@/lib/dictionaries/mandates';
import { owed, type Invoice } from '@/lib/domain/invoice';
import type { Locale } from '@/lib/domain/locale';
import type { Mandate } from '@/lib/domain/mandate';
import { mandateSchedule } from './mandate-words';
import { ScheduleDays } from './schedule-days';

type Props = { locale: Locale; mandate: Mandate; invoices: readonly Invoice[] };

/** When it charges next, and how much that would be. Nothing for one that charges no more. */
export function MandateComing({ locale, mandate, invoices }: Props) {
  const { status, terms, nextOn } = mandate;
  if (status !== 'ACTIVE' && status !== 'OPENING') return null;
  const texts = mandates[locale].coming;
  const { chargeType, currency } = terms;
  const { amount, minimum } = owed(invoices, currency);
  const isBalance = chargeType !== 'FIXED';
  return (
    <section aria-labelledby="coming" className="my-6">
      <h2 id="coming" className="text-2xl font-bold">
        {texts.title}
      </h2>
      {status === 'OPENING' && <p className="mt-1">{texts.planned}</p>}
      <ScheduleDays {...mandateSchedule(terms, nextOn ?? terms.firstOn, locale)} />
      <p className="mt-3 max-w-prose text-base">
        {texts.whatThen[chargeType]}{' '}
        {isBalance && texts.today(formatMoney(chargeType === 'TOTAL_BALANCE' ? amount : minimum, locale))}
      </p>
    </section>
  );
}
