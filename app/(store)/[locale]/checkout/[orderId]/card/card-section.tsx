import { Card } from '@/components/ui/card';
import { randomId } from '@/lib/data/random';
import { findWallet } from '@/lib/data/wallet';
import { charge } from '@/lib/dictionaries/charge';
import { checkout } from '@/lib/dictionaries/checkout';
import { formatMonth, formatMoney } from '@/lib/dictionaries/format';
import { plural } from '@/lib/dictionaries/plural';
import { problems } from '@/lib/dictionaries/problems';
import { dayOf } from '@/lib/domain/calendar';
import { lastDayOf, validityOf } from '@/lib/domain/card-validity';
import { installmentsFor } from '@/lib/domain/installments';
import { cardLabel, cardName, type WalletCard } from '@/lib/domain/instrument';
import type { Locale } from '@/lib/domain/locale';
import { isZero } from '@/lib/domain/money';
import { balance, type Order } from '@/lib/domain/order';
import { userIdOf, type Viewer } from '@/lib/domain/viewer';
import { kindOf, type Flow } from '@/lib/flows/flow';
import { CardPayForm } from './card-pay-form';

type Props = { locale: Locale; order: Order; flow: Flow; cards: readonly WalletCard[] };

/** The viewer's cards that could pay this order; none for an order of somebody else, or one that costs nothing. */
export async function findPayingCards(order: Order, viewer: Viewer): Promise<WalletCard[]> {
  if (order.userId === null || order.userId !== userIdOf(viewer) || isZero(balance(order))) return [];
  return (await findWallet(viewer)).filter(({ state }) => state === 'ACTIVE');
}

/**
 * One click, with what the flow asks of a card: the kept cards of whoever is buying, the default one first. An expired one
 * is named and not offered.
 */
export function CardSection({ locale, order, flow, cards }: Props) {
  const texts = charge[locale];
  const asks = texts.asks[kindOf(flow, order, new Date()) === 'HOLD' ? 'HOLD' : 'SALE'];
  const today = dayOf(new Date());
  const expired = cards.filter((card) => validityOf(card.validUntil, today) === 'expired');
  const usable = cards.filter((card) => !expired.includes(card));
  const [only] = usable;
  const amount = formatMoney(balance(order), locale);
  const { already_paid, confirming, out_of_stock, unknown_order } = checkout[locale].problems;
  return (
    <Card aria-labelledby="saved-card" className="mb-8">
      <h2 id="saved-card" className="text-2xl font-bold">
        {asks.title}
      </h2>
      <p className="mt-1">{asks.intro}</p>
      {only && (
        <CardPayForm
          hidden={{ locale, orderId: order.id, flow: flow.slug, attemptKey: randomId() }}
          cards={usable.map((card) => ({ value: card.id, label: labelOf(card, locale) }))}
          installments={installmentsFor(order).map((count) => ({
            value: String(count),
            label: plural(locale, count, texts.count),
          }))}
          texts={{
            cards: texts.cards,
            installments: texts.installments,
            installmentsHint: texts.installmentsHint,
            cvv: texts.cvv,
            cvvHint: texts.cvvHint,
            button: usable.length === 1 ? asks.button(amount, cardName(only)) : asks.chosen(amount),
            doing: asks.doing,
            once: asks.once,
            failures: {
              ...{ already_paid, confirming, out_of_stock, unknown_order },
              gateway_unreachable: asks.unreachable,
              gateway_refused: asks.refused,
            },
            gatewaySays: checkout[locale].gatewaySays,
            toOrder: checkout[locale].toOrder,
          }}
          problems={problems[locale]}
        />
      )}
      {expired.map((card) => (
        <p key={card.id} className="mt-3 text-base">
          {texts.expired(cardLabel(card))}
        </p>
      ))}
      <a
        href={`/${locale}/wallet`}
        className="mt-2 inline-flex min-h-11 items-center text-base underline decoration-2 underline-offset-4"
      >
        {texts.manage}
      </a>
    </Card>
  );
}

function labelOf(card: WalletCard, locale: Locale): string {
  const texts = charge[locale];
  const last = lastDayOf(card.validUntil);
  return last ? texts.option(cardLabel(card), formatMonth(last)) : cardLabel(card);
}
