import { LitStates } from '@/components/store/lit-states';
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
  const states = flow.states.map(({ name, label, next }) => ({
    ...{ name, next, label: label[locale] },
    lit: lit?.name === name,
  }));
  return (
    <LitStates locale={locale} states={states}>
      {order && lit && (
        <>
          {texts.yours(order.number)}{' '}
          <a
            href={`/${locale}/orders/${order.id}`}
            className="inline-block py-1 font-semibold underline decoration-2 underline-offset-4"
          >
            {texts.toOrder(order.number)}
          </a>
        </>
      )}
    </LitStates>
  );
}
