import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CardMark } from '@/components/store/card-mark';
import { CardBadges, CardFacts, CardTitle } from '@/components/store/wallet-card';
import { Card } from '@/components/ui/card';
import { viewer } from '@/lib/auth';
import { findDependents } from '@/lib/data/card-dependents';
import { findWallet, findWalletCard } from '@/lib/data/wallet';
import { problems } from '@/lib/dictionaries/problems';
import { wallet } from '@/lib/dictionaries/wallet';
import { dayOf } from '@/lib/domain/calendar';
import { validityOf } from '@/lib/domain/card-validity';
import { isUsable, type WalletCard } from '@/lib/domain/instrument';
import { isLocale, type Locale } from '@/lib/domain/locale';
import { CardForm } from '../card-form';
import { NameForm } from '../name-form';
import { Forget } from './forget';

type Props = PageProps<'/[locale]/wallet/[cardId]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: wallet[locale].title, robots: { index: false } } : {};
}

export default async function WalletCardPage({ params }: Props) {
  const { locale, cardId } = await params;
  if (!isLocale(locale)) notFound();
  const seen = await viewer();
  const card = (await findWalletCard(cardId, seen)) ?? notFound();
  const texts = wallet[locale];
  const today = dayOf(new Date());
  const validity = validityOf(card.validUntil, today);
  const others = (await findWallet(seen)).filter((other) => other.id !== card.id && isUsable(other, today));
  const dependents = await findDependents(card.id, seen, new Date());
  const hidden = { locale, cardId: card.id };
  return (
    <>
      <a
        href={`/${locale}/wallet`}
        className="mt-6 inline-flex min-h-11 items-center underline decoration-2 underline-offset-4"
      >
        {texts.back}
      </a>
      <div className="mt-2 mb-4 flex items-start gap-4">
        <CardMark className="mt-2" />
        <h1 className="min-w-0 text-3xl leading-tight font-bold sm:text-4xl">
          <CardTitle locale={locale} card={card} />
        </h1>
      </div>
      <div className="grid justify-items-start gap-3">
        <CardBadges locale={locale} card={card} validity={validity} />
        <CardFacts locale={locale} card={card} />
      </div>
      <div className="my-8 grid max-w-2xl gap-5">
        <Card aria-labelledby="name">
          <h2 id="name" className="mb-3 text-xl font-bold">
            {texts.name.title}
          </h2>
          <NameForm
            hidden={hidden}
            nickname={card.nickname ?? ''}
            texts={texts.name}
            problems={problems[locale]}
          />
        </Card>
        <Card aria-labelledby="prefer">
          <h2 id="prefer" className="text-xl font-bold">
            {texts.prefer.title}
          </h2>
          <Prefer locale={locale} card={card} isExpired={validity === 'expired'} />
        </Card>
        <Card aria-labelledby="forget">
          <h2 id="forget" className="text-xl font-bold">
            {texts.forget.title}
          </h2>
          <Forget locale={locale} card={card} others={others} dependents={dependents} />
        </Card>
      </div>
    </>
  );
}

function Prefer({ locale, card, isExpired }: { locale: Locale; card: WalletCard; isExpired: boolean }) {
  const texts = wallet[locale].prefer;
  if (isExpired) return <p className="mt-1">{texts.expired}</p>;
  if (card.isDefault) return <p className="mt-1">{texts.already}</p>;
  return (
    <>
      <p className="mt-1 mb-3">{texts.text}</p>
      <CardForm
        does="prefer"
        hidden={{ locale, cardId: card.id }}
        button={texts.button}
        doing={texts.doing}
        tone="secondary"
        problems={problems[locale]}
      />
    </>
  );
}
