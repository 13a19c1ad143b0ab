import { checkout } from '@/lib/dictionaries/checkout';
import { formatMoney } from '@/lib/dictionaries/format';
import type { Locale } from '@/lib/domain/locale';
import type { Money } from '@/lib/domain/money';
import { placeOrder } from './actions';
import { BuyerForm } from './buyer-form';
import { buyerFormTexts } from './buyer-form-texts';

type Props = {
  locale: Locale;
  total: Money;
  checkoutKey: string;
  /** Who is signed in, if somebody is. */
  account: { name: string; email: string } | null;
};

/** Who is buying, and the form that asks the rest. */
export function BuyerSection({ locale, total, checkoutKey, account }: Props) {
  const texts = checkout[locale];
  return (
    <>
      <h1 className="text-4xl leading-tight font-bold sm:text-5xl">{texts.title}</h1>
      <p className="mt-3 max-w-prose">{texts.intro}</p>
      <p className="my-3 text-base">
        {account ? (
          texts.signedIn(account.name)
        ) : (
          <>
            {texts.guest}{' '}
            <a
              href={`/${locale}/sign-in?to=checkout`}
              className="inline-block py-1 font-semibold underline decoration-2 underline-offset-4"
            >
              {texts.guestLink}
            </a>
          </>
        )}
      </p>
      <p className="mb-8 text-base">{texts.required}</p>
      <BuyerForm
        {...buyerFormTexts({
          ...{ locale, account, placing: texts.placing, toCart: texts.toCart },
          place: texts.place(formatMoney(total, locale)),
        })}
        act={placeOrder}
        hidden={{ checkoutKey }}
      />
      <p className="mt-3 text-base">{texts.afterPlace}</p>
    </>
  );
}
