import { checkout } from '@/lib/dictionaries/checkout';
import { countryName } from '@/lib/dictionaries/country';
import { formatMoney } from '@/lib/dictionaries/format';
import { problems } from '@/lib/dictionaries/problems';
import { countries, documentTypes } from '@/lib/domain/document';
import type { Locale } from '@/lib/domain/locale';
import type { Money } from '@/lib/domain/money';
import { BuyerForm } from './buyer-form';

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
        locale={locale}
        checkoutKey={checkoutKey}
        initial={{ country: 'CO', ...(account && accountFields(account)) }}
        countries={countries.map((code) => ({ value: code, label: countryName(code, locale) }))}
        documents={documentTypes.map(({ code, name, country }) => ({
          value: code,
          label: `${code} · ${name}`,
          country,
        }))}
        problems={problems[locale]}
        texts={{
          groups: texts.groups,
          fields: texts.fields,
          hints: texts.hints,
          optional: texts.optional,
          changeCountry: texts.changeCountry,
          countryChanged: texts.countryChanged('#'),
          place: texts.place(formatMoney(total, locale)),
          placing: texts.placing,
          outOfStock: texts.outOfStock('#'),
          failed: texts.failed,
          toCart: texts.toCart,
        }}
      />
      <p className="mt-3 text-base">{texts.afterPlace}</p>
    </>
  );
}

/** A name as people write it: the first word is a first name, and the rest are what the buyer corrects. */
function accountFields({ name, email }: { name: string; email: string }) {
  const [first = '', ...others] = name.trim().split(/\s+/);
  return { name: first, surname: others.join(' '), email };
}
