import { Card } from '@/components/ui/card';
import { isFreshlyConfirmed } from '@/lib/auth';
import { followUpTexts } from '@/lib/dictionaries/follow-ups';
import { formatMoney } from '@/lib/dictionaries/format';
import { problems } from '@/lib/dictionaries/problems';
import type { Locale } from '@/lib/domain/locale';
import { balance, unresolvedSession, type Order } from '@/lib/domain/order';
import { ReasonForm } from '../../operator/reason-form';
import { accept } from './follow-up-actions';

/** A part was paid and the time for the rest is over: the shop decides, and says why. */
export async function PartialDecision({ locale, order }: { locale: Locale; order: Order }) {
  if (order.status !== 'PARTIALLY_PAID' || unresolvedSession(order)) return null;
  const texts = followUpTexts[locale].partial;
  const { reason, reasonHint, button, pending } = texts;
  const confirmed = await isFreshlyConfirmed();
  return (
    <Card aria-labelledby="partial" className="my-10 print:hidden">
      <h2 id="partial" className="text-2xl font-bold">
        {texts.title}
      </h2>
      <p className="my-2 max-w-prose">
        {texts.body(formatMoney(order.paid, locale), formatMoney(balance(order), locale))}
      </p>
      <ul className="list-disc space-y-1 pl-6">
        <li>{texts.askBody}</li>
        <li>{texts.refundBody}</li>
        <li>{texts.acceptBody}</li>
      </ul>
      <details className="mt-3">
        <summary className="min-h-11 py-2 font-semibold">{texts.accept}</summary>
        <ReasonForm
          locale={locale}
          decide={accept}
          name="accept"
          id={order.id}
          asksPassword={!confirmed}
          texts={{ reason, reasonHint, button, pending, password: followUpTexts[locale].password }}
          problems={problems[locale]}
        />
      </details>
    </Card>
  );
}
