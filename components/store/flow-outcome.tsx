import { flowPages } from '@/lib/dictionaries/flows';
import { outcomes } from '@/lib/dictionaries/outcomes';
import { attempts } from '@/lib/domain/transaction';
import type { Locale } from '@/lib/domain/locale';
import type { Order } from '@/lib/domain/order';
import { findFlow } from '@/lib/flows';
import { currentState } from '@/lib/flows/flow';
import { OutcomeCard } from './outcome-card';
import { OutcomeParts } from './outcome-parts';
import { OutcomeSchedule } from './outcome-schedule';
import { OutcomeSplit } from './outcome-split';
import { StateDiagram } from './state-diagram';

type Props = { locale: Locale; order: Order; now: Date };

/**
 * What a way to pay leaves behind besides money in or not: its parts, its dates, its shares, the card that is kept,
 * and where on its path the order stands. What is shown follows from what was asked, whatever the flow is called.
 */
export function FlowOutcome({ locale, order, now }: Props) {
  const session = order.sessions.findLast(isTelling) ?? order.sessions.at(-1);
  if (!session) return null;
  const { terms, kind, allowPartial } = session;
  return (
    <>
      {allowPartial && <OutcomeParts locale={locale} order={order} session={session} now={now} />}
      {terms.recurring && <OutcomeSchedule locale={locale} session={session} recurring={terms.recurring} />}
      {terms.dispersion && <OutcomeSplit locale={locale} session={session} parts={terms.dispersion} />}
      {(terms.subscribe || kind === 'TOKEN') && <OutcomeCard locale={locale} session={session} />}
      <Path locale={locale} order={order} flow={session.flow} />
    </>
  );
}

/** An attempt that somebody paid in, or that is still open, tells more than a later one that led nowhere. */
function isTelling({ status, transactions }: Order['sessions'][number]): boolean {
  return status !== 'ABANDONED' && (status !== 'REJECTED' || attempts(transactions).length > 0);
}

function Path({ locale, order, flow: slug }: { locale: Locale; order: Order; flow: string }) {
  const flow = findFlow(slug);
  if (!flow) return null;
  const texts = outcomes[locale].path;
  const lit = currentState(flow, order);
  return (
    <details className="border-mist my-10 rounded-2xl border-2 px-5 py-1 print:hidden">
      <summary className="min-h-11 py-2 text-xl font-bold">{texts.title}</summary>
      <div className="max-w-xl pt-3 pb-5">
        <StateDiagram
          locale={locale}
          states={flow.states.map(({ name, label, next }) => ({
            name,
            next,
            label: label[locale],
            lit: lit?.name === name,
          }))}
        />
        <a
          href={`/${locale}/flows/${flow.slug}`}
          className="mt-2 inline-block py-2 underline decoration-2 underline-offset-4"
        >
          {texts.about(flow.texts[locale].title)}
        </a>
        <span className="sr-only">{flowPages[locale].diagram.intro}</span>
      </div>
    </details>
  );
}
