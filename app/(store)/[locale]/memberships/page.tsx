import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { MembershipItem } from '@/components/store/membership-item';
import { buttonStyle } from '@/components/ui/button';
import { viewer } from '@/lib/auth';
import { findMemberships } from '@/lib/data/memberships';
import { findProducts } from '@/lib/data/products';
import { formatMoney } from '@/lib/dictionaries/format';
import { memberships } from '@/lib/dictionaries/memberships';
import { dayOf } from '@/lib/domain/calendar';
import { isLocale, type Locale } from '@/lib/domain/locale';
import type { Viewer } from '@/lib/domain/viewer';

type Props = PageProps<'/[locale]/memberships'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: memberships[locale].title, robots: { index: false } } : {};
}

export default async function MembershipsPage({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const seen = await viewer();
  const texts = memberships[locale];
  return (
    <>
      <h1 className="mt-8 text-4xl leading-tight font-bold sm:text-5xl">{texts.title}</h1>
      {seen.kind === 'guest' ? (
        <>
          <p className="mt-3 mb-6">{texts.signIn}</p>
          <div>
            <a href={`/${locale}/sign-in?to=memberships`} className={buttonStyle()}>
              {texts.signInLink}
            </a>
          </div>
        </>
      ) : (
        <>
          <p className="mt-3 mb-6 max-w-prose">{texts.intro}</p>
          <Own locale={locale} viewer={seen} />
        </>
      )}
    </>
  );
}

async function Own({ locale, viewer: seen }: { locale: Locale; viewer: Viewer }) {
  const own = await findMemberships(seen);
  const today = dayOf(new Date());
  const going = own.filter(({ status }) => status !== 'CANCELLED').map(({ productSlug }) => productSlug);
  return (
    <>
      <ul className="my-6 grid grid-cols-1 gap-4 empty:hidden">
        {own.map((membership) => (
          <MembershipItem key={membership.id} locale={locale} membership={membership} today={today} />
        ))}
      </ul>
      <Offered locale={locale} isFirst={own.length === 0} except={going} />
    </>
  );
}

/** What can still be joined. */
async function Offered({
  locale,
  isFirst,
  except,
}: {
  locale: Locale;
  isFirst: boolean;
  except: readonly string[];
}) {
  const texts = memberships[locale];
  const products = await findProducts({ category: 'memberships' });
  const offered = products.filter(({ slug, renews }) => renews && !except.includes(slug));
  if (offered.length === 0) return null;
  return (
    <section aria-labelledby="offered" className="my-10">
      {isFirst && <p className="mb-4 text-2xl font-bold">{texts.none}</p>}
      <h2 id="offered" className="text-xl font-bold">
        {isFirst ? texts.noneNext : texts.others}
      </h2>
      <ul className="mt-3 grid gap-3">
        {offered.map(({ slug, name, price, renews }) => (
          <li
            key={slug}
            className="border-mist flex flex-wrap items-center gap-x-6 gap-y-2 rounded-2xl border-2 p-5"
          >
            <span className="mr-auto min-w-0">
              <strong className="block">{name[locale]}</strong>
              {renews && texts.priced(formatMoney(price, locale), texts.every[renews])}
            </span>
            <a
              href={`/${locale}/memberships/join/${slug}`}
              aria-label={`${texts.offer.link}: ${name[locale]}`}
              className={buttonStyle('secondary')}
            >
              {texts.offer.link}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
