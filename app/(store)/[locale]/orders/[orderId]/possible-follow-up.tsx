import { randomId } from '@/lib/data/random';
import { followUpTexts } from '@/lib/dictionaries/follow-ups';
import { formatMoney } from '@/lib/dictionaries/format';
import { problems } from '@/lib/dictionaries/problems';
import type { Locale } from '@/lib/domain/locale';
import { compare, equals, toDecimal, type Money } from '@/lib/domain/money';
import { isGuarded, readLimits } from '@/lib/domain/operator-limits';
import { env } from '@/lib/env';
import { stakeOf } from '@/lib/flows/follow-ups';
import type { FollowUp, Target } from '@/lib/flows/follow-up';
import { FollowUpForm } from './follow-up-form';

const limits = readLimits(env.operatorLimits);

type Props = { locale: Locale; target: Target; followUp: FollowUp; asksPassword: boolean };

/** One thing that can be done with a transaction: what it means, what one operator may do alone, and its form. */
export function PossibleFollowUp({ locale, target, followUp, asksPassword }: Props) {
  const texts = followUpTexts[locale];
  const bounds = followUp.bounds(target);
  const stake = stakeOf(followUp, target);
  const limit = isGuarded(followUp.name) ? limits.get(stake.currency) : undefined;
  const ordered = target.order.total;
  const isChoice = bounds !== null && !equals(bounds.min, bounds.max);
  return (
    <details className="border-mist mt-3 border-t-2 pt-1">
      <summary className="min-h-11 py-2 font-semibold">{followUp.label[locale]}</summary>
      <p className="max-w-prose text-base">{followUp.explain[locale]}</p>
      {limit && (
        <p className="max-w-prose text-base">
          {texts.limits(formatMoney(limit.alone, locale), formatMoney(limit.daily, locale))}
        </p>
      )}
      {bounds && compare(bounds.max, ordered) > 0 && (
        <p className="max-w-prose text-base">{texts.beyond(formatMoney(ordered, locale))}</p>
      )}
      <FollowUpForm
        // After something was done the form is a new one: what was typed for the last operation asks for no other.
        key={target.session.operations.filter(({ state }) => state === 'DONE').length}
        locale={locale}
        orderId={target.order.id}
        transaction={target.transaction.internalReference}
        name={followUp.name}
        idemKey={randomId()}
        amountHint={
          isChoice ? texts.amountHint(plainAmount(bounds.min, locale), plainAmount(bounds.max, locale)) : null
        }
        initialAmount={plainAmount(followUp.initial?.(target) ?? stake, locale)}
        typedLabel={isChoice ? texts.typedAgain : texts.typed(plainAmount(stake, locale))}
        asksPassword={asksPassword}
        texts={{
          amount: texts.amount,
          typedHint: texts.typedHint,
          reason: texts.resolve.reason,
          reasonHint: texts.resolve.reasonHint,
          password: texts.password,
          pending: texts.pending,
          outcomes: texts.outcomes,
          button: followUp.label[locale],
        }}
        problems={problems[locale]}
      />
    </details>
  );
}

/** An amount as it is typed: no thousands separators, and decimals only where there are any. */
function plainAmount(amount: Money, locale: Locale): string {
  const text = toDecimal(amount).replace(/\.0+$/, '');
  return locale === 'es' ? text.replace('.', ',') : text;
}
