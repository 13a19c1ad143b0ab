import { checkout } from '@/lib/dictionaries/checkout';
import { countryName } from '@/lib/dictionaries/country';
import { problems } from '@/lib/dictionaries/problems';
import { countries, documentTypes } from '@/lib/domain/document';
import type { Locale } from '@/lib/domain/locale';

type Asking = {
  locale: Locale;
  /** Who is signed in, if somebody is. */
  account: { name: string; email: string } | null;
  /** What the button says, and what it says while it waits. */
  place: string;
  placing: string;
  /** The way back to the cart, where it comes from one. */
  toCart: string | null;
};

/** What the buyer's form shows in one language, whatever is being bought. */
export function buyerFormTexts({ locale, account, place, placing, toCart }: Asking) {
  const texts = checkout[locale];
  return {
    locale,
    initial: { country: 'CO', ...(account && accountFields(account)) },
    countries: countries.map((code) => ({ value: code, label: countryName(code, locale) })),
    documents: documentTypes.map(({ code, name, country }) => ({
      value: code,
      label: `${code} · ${name}`,
      country,
    })),
    problems: problems[locale],
    texts: {
      groups: texts.groups,
      fields: texts.fields,
      hints: texts.hints,
      optional: texts.optional,
      changeCountry: texts.changeCountry,
      countryChanged: texts.countryChanged('#'),
      place,
      placing,
      outOfStock: texts.outOfStock('#'),
      failed: texts.failed,
      toCart,
    },
  };
}

/** A name as people write it: the first word is a first name, and the rest are what the buyer corrects. */
function accountFields({ name, email }: { name: string; email: string }) {
  const [first = '', ...others] = name.trim().split(/\s+/);
  return { name: first, surname: others.join(' '), email };
}
