import { methodTexts } from '@/lib/sandbox/dictionaries/methods';
import { pageTexts, type PageLanguage } from '@/lib/sandbox/dictionaries/page';
import type { AttemptView, SessionView } from '@/lib/sandbox/hosted-view';
import { formatAmount } from './amount';
import { AskAgain } from './ask-again';
import { Barcode } from './barcode';
import { Facts } from './facts';
import { ReturnLink } from './frame';
import { Heading } from './heading';
import { formatMoment } from './moment';
import { PrintButton } from './print-button';
import { ShownFields } from './shown-fields';

type Props = { session: SessionView; attempt: AttemptView; language: PageLanguage };

/** What a payer prints or copies down, and shows to the agent who takes his cash. */
export function Order({ session, attempt, language }: Props) {
  const texts = methodTexts[language].order;
  const { order } = attempt;
  if (!order) return null;
  const facts: [string, string][] = [
    [texts.network, methodTexts[language].cash.networks[attempt.paymentMethod] ?? attempt.paymentMethodName],
    [texts.amount, formatAmount(attempt.amount, language)],
    [texts.due, formatMoment(order.dueAt, language)],
    [texts.merchant, session.site.name],
    [texts.reference, session.reference],
  ];
  return (
    <>
      <Heading>{texts.heading}</Heading>
      <p role="status" className="mt-2">
        {texts.why}
      </p>
      <section aria-label={texts.heading} className="border-edge mt-6 rounded-lg border-2 p-5">
        <p className="text-soft text-sm">{texts.number}</p>
        <p className="text-2xl font-semibold tabular-nums">{order.number}</p>
        <Barcode digits={order.number} label={texts.barcode(order.number)} />
        <Facts rows={facts} />
      </section>
      <ShownFields heading={pageTexts[language].additional} fields={session.fields.result} />
      <p className="screen-only border-aid-line bg-aid text-aid-ink mt-4 rounded-lg border p-3 text-sm">
        {texts.aid}
      </p>
      <div className="screen-only mt-6 grid gap-3">
        <ReturnLink href={session.returnUrl}>{texts.back}</ReturnLink>
        <PrintButton label={texts.print} />
      </div>
      <AskAgain seconds={5} />
    </>
  );
}
