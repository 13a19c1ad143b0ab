import { ActForm } from '@/components/store/act-form';
import { CardDependents, DependentList } from '@/components/store/card-dependents';
import { buttonStyle } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { problems } from '@/lib/dictionaries/problems';
import { wallet } from '@/lib/dictionaries/wallet';
import type { Dependent } from '@/lib/domain/card-dependence';
import { cardLabel, type WalletCard } from '@/lib/domain/instrument';
import type { Locale } from '@/lib/domain/locale';
import { deleteCard } from '../actions';

type Props = {
  locale: Locale;
  card: WalletCard;
  /** Cards that could take its place. */
  others: readonly WalletCard[];
  dependents: readonly Dependent[];
};

/** Asks first, and says what depends on the card. It works without JavaScript: the question opens by itself. */
export function Forget({ locale, card, others, dependents }: Props) {
  const texts = wallet[locale].forget;
  const renews = card.memberships.length > 0;
  const [first] = others;
  return (
    <details className="mt-1">
      <summary className="min-h-11 cursor-pointer py-2 font-semibold">{texts.ask}</summary>
      <p className="mt-2">{texts.text}</p>
      {dependents.length === 0 && !renews && <p className="mt-2">{texts.nothing}</p>}
      {renews && (
        <DependentList
          title={texts.renews}
          links={card.memberships.map(({ membershipId, name }) => ({
            path: `/${locale}/memberships/${membershipId}`,
            name: name[locale],
          }))}
          text={first ? texts.renewsText : texts.renewsAlone}
        />
      )}
      <CardDependents locale={locale} dependents={dependents} />
      <div className="mt-4">
        <ActForm
          act={deleteCard}
          hidden={{ locale, cardId: card.id }}
          fields={
            renews &&
            first && (
              <Select
                name="replacement"
                label={texts.replacement}
                options={[
                  ...others.map((other) => ({ value: other.id, label: cardLabel(other) })),
                  { value: '', label: texts.noReplacement },
                ]}
              />
            )
          }
          button={texts.button}
          doing={texts.doing}
          problems={problems[locale]}
        >
          <a href={`/${locale}/wallet`} className={buttonStyle('secondary')}>
            {texts.keep}
          </a>
        </ActForm>
      </div>
    </details>
  );
}
