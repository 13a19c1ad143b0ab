import { ActForm } from '@/components/store/act-form';
import { Card } from '@/components/ui/card';
import { Select } from '@/components/ui/select';
import { randomId } from '@/lib/data/random';
import { findWallet } from '@/lib/data/wallet';
import { formatMoney } from '@/lib/dictionaries/format';
import { memberships } from '@/lib/dictionaries/memberships';
import { problems } from '@/lib/dictionaries/problems';
import { dayOf } from '@/lib/domain/calendar';
import { isUsable, cardLabel } from '@/lib/domain/instrument';
import type { Locale } from '@/lib/domain/locale';
import { owedPeriod, type Membership } from '@/lib/domain/membership';
import { balance } from '@/lib/domain/order';
import type { Viewer } from '@/lib/domain/viewer';
import { takeCard } from '../actions';

type Props = { locale: Locale; membership: Membership; viewer: Viewer };

/** Another card for what comes; and where something is owed, any card that is to pay it now. */
export async function CardChoice({ locale, membership, viewer }: Props) {
  const texts = memberships[locale].card;
  const owed = owedPeriod(membership);
  const amount = owed && formatMoney(balance(owed.order), locale);
  const today = dayOf(new Date());
  const cards = (await findWallet(viewer)).filter(
    (card) => isUsable(card, today) && (amount !== null || card.id !== membership.card?.id),
  );
  return (
    <Card aria-labelledby="card">
      <h2 id="card" className="text-xl font-bold">
        {texts.title}
      </h2>
      <p className="mt-1 mb-3">
        {cards.length === 0 ? texts.none : amount ? texts.owed(amount) : texts.text}
      </p>
      {cards.length > 0 && (
        <ActForm
          act={takeCard}
          hidden={{ locale, membershipId: membership.id, attemptKey: randomId() }}
          button={amount ? texts.pay(amount) : texts.button}
          doing={texts.doing}
          tone={amount ? 'primary' : 'secondary'}
          problems={problems[locale]}
          fields={
            <Select
              name="cardId"
              label={texts.label}
              options={cards.map((card) => ({ value: card.id, label: cardLabel(card) }))}
            />
          }
        />
      )}
      <a
        href={`/${locale}/wallet?to=memberships/${membership.id}`}
        className="mt-2 inline-flex min-h-11 items-center text-base underline decoration-2 underline-offset-4"
      >
        {texts.wallet}
      </a>
    </Card>
  );
}
