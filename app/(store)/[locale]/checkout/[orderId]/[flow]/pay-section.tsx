import { toQuestion } from '@/components/store/answer-field';
import { randomId } from '@/lib/data/random';
import { checkout } from '@/lib/dictionaries/checkout';
import { formatMoney } from '@/lib/dictionaries/format';
import { lightbox } from '@/lib/dictionaries/lightbox';
import { problems } from '@/lib/dictionaries/problems';
import type { Locale } from '@/lib/domain/locale';
import { balance, type Order } from '@/lib/domain/order';
import { kindOf, type Flow } from '@/lib/flows/flow';
import { PayForm } from './pay-form';

type Props = { locale: Locale; order: Order; flow: Flow };

/** The flow's questions in the reader's language, and the button that says where it leads and for how much. */
export function PaySection({ locale, order, flow }: Props) {
  const texts = checkout[locale];
  return (
    <PayForm
      hidden={{ locale, orderId: order.id, flow: flow.slug, attemptKey: randomId() }}
      fields={flow.fields.map((field) => toQuestion(field, locale, field.initial(order, new Date())))}
      texts={{
        button: texts.pay.buttons[kindOf(flow, order, new Date())](formatMoney(balance(order), locale)),
        going: texts.pay.going,
        hold: texts.pay.hold,
        failures: texts.problems,
        gatewaySays: texts.gatewaySays,
        toOrder: texts.toOrder,
        opening: lightbox[locale].opening,
      }}
      problems={problems[locale]}
    />
  );
}
