import { Badge, type BadgeTone } from '@/components/ui/badge';
import { formatDate, formatDay } from '@/lib/dictionaries/format';
import { wallet } from '@/lib/dictionaries/wallet';
import { lastDayOf, type CardValidity } from '@/lib/domain/card-validity';
import type { WalletCard } from '@/lib/domain/instrument';
import type { Locale } from '@/lib/domain/locale';
import { CardMark } from './card-mark';
import { Facts } from './facts';

type Props = { locale: Locale; card: WalletCard; validity: CardValidity };

const tones = {
  ends_within_30: 'waiting',
  ends_within_7: 'waiting',
  expired: 'bad',
} as const satisfies Partial<Record<CardValidity, BadgeTone>>;

/** A kept card by what its owner knows it by. There is nothing in it that could be charged. */
export function CardTitle({ locale, card }: { locale: Locale; card: WalletCard }) {
  const texts = wallet[locale];
  const brand = card.franchiseName ?? card.franchise ?? texts.unnamed;
  const digits = (card.lastDigits ?? '').replace(/\D/g, '').slice(-4);
  return (
    <>
      {card.nickname && <span className="block break-words">{card.nickname}</span>}
      <span className={card.nickname ? 'block text-base font-semibold' : 'block'}>
        {brand}{' '}
        {digits && (
          <>
            <span aria-hidden="true" className="whitespace-nowrap tabular-nums">
              •••• {digits}
            </span>
            <span className="sr-only">{texts.ending(digits)}</span>
          </>
        )}
      </span>
    </>
  );
}

/** Whether it is the default, and whether it is about to end. */
export function CardBadges({ locale, card, validity }: Props) {
  const texts = wallet[locale];
  return (
    <p className="flex flex-wrap gap-2 empty:hidden">
      {card.state !== 'ACTIVE' && <Badge tone="waiting">{texts.leaving}</Badge>}
      {card.isDefault && <Badge tone="good">{texts.preferred}</Badge>}
      {validity !== 'valid' && validity !== 'unknown' && (
        <Badge tone={tones[validity]}>{texts.validity[validity]}</Badge>
      )}
    </p>
  );
}

export function CardFacts({ locale, card }: Omit<Props, 'validity'>) {
  const texts = wallet[locale];
  const last = lastDayOf(card.validUntil);
  return (
    <Facts
      facts={[
        [texts.holder, card.holder],
        [texts.validUntil, last ? formatDay(last, locale) : texts.unknownDay],
        [texts.issuer, card.issuerName],
        [texts.keptOn, formatDate(card.createdAt, locale)],
        [
          texts.keptWith,
          <a
            key="order"
            href={`/${locale}/orders/${card.origin.orderId}`}
            className="underline decoration-2 underline-offset-4"
          >
            {card.origin.orderNumber}
          </a>,
        ],
      ]}
    />
  );
}

/** One card of the list; its last line leads to what can be done with it. */
export function WalletItem({ locale, card, validity }: Props) {
  const texts = wallet[locale];
  const name = card.nickname ?? `${card.franchiseName ?? texts.unnamed} ${card.lastDigits ?? ''}`.trim();
  return (
    <li className="border-mist flex min-w-0 flex-col gap-3 rounded-2xl border-2 p-5">
      <div className="flex items-start gap-4">
        <CardMark className="mt-1" />
        <h3 className="min-w-0 text-xl leading-snug font-bold">
          <CardTitle locale={locale} card={card} />
        </h3>
      </div>
      <CardBadges locale={locale} card={card} validity={validity} />
      <CardFacts locale={locale} card={card} />
      {card.state === 'ACTIVE' && (
        <a
          href={`/${locale}/wallet/${card.id}`}
          aria-label={texts.manageThis(name)}
          className="mt-auto inline-flex min-h-11 items-center font-semibold underline decoration-2 underline-offset-4"
        >
          {texts.manage}
        </a>
      )}
    </li>
  );
}
