import { StateDiagram } from '@/components/store/state-diagram';
import { flowPages } from '@/lib/dictionaries/flows';
import type { Locale } from '@/lib/domain/locale';
import type { Order } from '@/lib/domain/order';
import { currentState, type Flow } from '@/lib/flows/flow';

type Props = {
  locale: Locale;
  flow: Flow;
  /** This visitor's last order of it. */
  order: Order | null;
};

/** The flow's states, and where this visitor's last order of it stands. */
export function FlowStates({ locale, flow, order }: Props) {
  const texts = flowPages[locale].diagram;
  const lit = order && currentState(flow, order);
  return (
    <section aria-labelledby="states" className="mt-10 lg:mt-0">
      <h2 id="states" className="text-2xl font-bold">
        {texts.title}
      </h2>
      <p className="mt-1 mb-4 text-base">{texts.intro}</p>
      <StateDiagram
        locale={locale}
        states={flow.states.map(({ name, label, next }) => ({
          name,
          next,
          label: label[locale],
          lit: lit?.name === name,
        }))}
      />
      {order && lit && (
        <p className="mt-3 text-base">
          {texts.yours(order.number)}{' '}
          <a
            href={`/${locale}/orders/${order.id}`}
            className="inline-block py-1 font-semibold underline decoration-2 underline-offset-4"
          >
            {texts.toOrder(order.number)}
          </a>
        </p>
      )}
    </section>
  );
}
