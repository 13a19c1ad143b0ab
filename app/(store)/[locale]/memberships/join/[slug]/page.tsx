import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { OrderSummary } from '@/components/store/order-summary';
import { buttonStyle } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { viewer } from '@/lib/auth';
import { findGoing } from '@/lib/data/memberships';
import { findProduct } from '@/lib/data/products';
import { randomId } from '@/lib/data/random';
import { findAccount } from '@/lib/data/users';
import { findWallet } from '@/lib/data/wallet';
import { checkout } from '@/lib/dictionaries/checkout';
import { formatDay, formatMoney } from '@/lib/dictionaries/format';
import { memberships } from '@/lib/dictionaries/memberships';
import { dayOf } from '@/lib/domain/calendar';
import { cardLabel, isUsable } from '@/lib/domain/instrument';
import { isLocale, type Locale } from '@/lib/domain/locale';
import { daysOf } from '@/lib/domain/membership';
import type { Product } from '@/lib/domain/product';
import type { Viewer } from '@/lib/domain/viewer';
import { BuyerForm } from '../../../checkout/buyer-form';
import { buyerFormTexts } from '../../../checkout/buyer-form-texts';
import { join } from './actions';

type Props = PageProps<'/[locale]/memberships/join/[slug]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const product = await findProduct(slug);
  if (!isLocale(locale) || !product) return {};
  return { title: memberships[locale].join.title(product.name[locale]), robots: { index: false } };
}

export default async function JoinPage({ params }: Props) {
  const { locale, slug } = await params;
  if (!isLocale(locale)) notFound();
  const product = await findProduct(slug);
  if (!product?.renews) notFound();
  const { join: texts, priced, every } = memberships[locale];
  const today = dayOf(new Date());
  const { endsOn } = daysOf({ on: today, number: 1 }, product.renews, 1);
  const amount = formatMoney(product.price, locale);
  return (
    <div className="mt-8 lg:grid lg:grid-cols-[1fr_22rem] lg:gap-x-14">
      <OrderSummary
        locale={locale}
        lines={[{ name: product.name[locale], quantity: 1, unit: product.price }]}
        total={product.price}
      />
      <div className="mt-6 min-w-0 lg:col-start-1 lg:row-start-1 lg:mt-0 [&_:is(input,select,button,a)]:scroll-mt-32">
        <h1 className="text-4xl leading-tight font-bold sm:text-5xl">{texts.title(product.name[locale])}</h1>
        <p className="mt-3 max-w-prose">
          {texts.intro(priced(amount, every[product.renews]), formatDay(endsOn, locale))}
        </p>
        <p className="mt-2 mb-6 max-w-prose">{texts.cancel}</p>
        <JoinForm locale={locale} product={product} viewer={await viewer()} />
      </div>
    </div>
  );
}

/** Whoever is signed in and keeps a card can buy; everybody else reads what is missing. */
async function JoinForm({
  locale,
  product,
  viewer: seen,
}: {
  locale: Locale;
  product: Product;
  viewer: Viewer;
}) {
  const { join: texts, signIn, signInLink } = memberships[locale];
  if (seen.kind === 'guest')
    return <Missing text={signIn} link={signInLink} path={`/${locale}/sign-in?to=memberships`} />;
  const going = await findGoing(product.slug, seen);
  if (going)
    return (
      <Missing text={texts.already} link={texts.alreadyLink} path={`/${locale}/memberships/${going.id}`} />
    );
  const today = dayOf(new Date());
  const cards = (await findWallet(seen)).filter((card) => isUsable(card, today));
  if (cards.length === 0)
    return (
      <Missing
        text={texts.noCard}
        link={texts.noCardLink}
        path={`/${locale}/wallet?to=memberships/join/${product.slug}`}
      />
    );
  return (
    <>
      <p className="mb-8 text-base">{checkout[locale].required}</p>
      <BuyerForm
        {...buyerFormTexts({
          ...{ locale, account: await findAccount(seen), toCart: null },
          ...{ place: texts.button(formatMoney(product.price, locale)), placing: texts.doing },
        })}
        act={join}
        hidden={{ key: randomId(), productSlug: product.slug }}
        choice={{
          ...{ title: texts.cardGroup, name: 'cardId', label: texts.card },
          options: cards.map((card) => ({ value: card.id, label: cardLabel(card) })),
        }}
      />
      <p className="mt-3 text-base">{texts.after}</p>
    </>
  );
}

function Missing({ text, link, path }: { text: string; link: string; path: string }) {
  return (
    <Notice>
      <p className="mb-3">{text}</p>
      <a href={path} className={buttonStyle()}>
        {link}
      </a>
    </Notice>
  );
}
