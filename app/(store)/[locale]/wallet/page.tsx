import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Notice } from '@/components/ui/notice';
import { buttonStyle } from '@/components/ui/button';
import { CardDependents } from '@/components/store/card-dependents';
import { WalletItem } from '@/components/store/wallet-card';
import { viewer } from '@/lib/auth';
import { findDependents } from '@/lib/data/card-dependents';
import { findOrder } from '@/lib/data/orders';
import { randomId } from '@/lib/data/random';
import { findWallet, wasGivenUp } from '@/lib/data/wallet';
import { mandates } from '@/lib/dictionaries/mandates';
import { problems } from '@/lib/dictionaries/problems';
import { wallet } from '@/lib/dictionaries/wallet';
import { dayOf } from '@/lib/domain/calendar';
import { validityOf } from '@/lib/domain/card-validity';
import { isFinal } from '@/lib/domain/checkout-session';
import type { WalletCard } from '@/lib/domain/instrument';
import { isLocale, type Locale } from '@/lib/domain/locale';
import type { Viewer } from '@/lib/domain/viewer';
import { CardForm } from './card-form';
import { readWayBack, type WayBack } from './way-back';

type Props = PageProps<'/[locale]/wallet'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: wallet[locale].title, robots: { index: false } } : {};
}

export default async function WalletPage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const { from, gone, to } = await searchParams;
  const seen = await viewer();
  const texts = wallet[locale];
  if (seen.kind === 'guest') return <SignInFirst locale={locale} />;
  const cards = await findWallet(seen);
  const arrived = typeof from === 'string' ? await arrivalOf(from, seen) : null;
  const way = readWayBack(to);
  const active = cards.filter(({ state }) => state === 'ACTIVE');
  const leaving = cards.filter(({ state }) => state !== 'ACTIVE');
  return (
    <>
      <h1 className="mt-8 text-4xl leading-tight font-bold sm:text-5xl">{texts.title}</h1>
      <p className="mt-3 max-w-prose">{texts.intro}</p>
      <a
        href={`/${locale}/mandates`}
        className="mt-1 mb-6 inline-block py-1 font-semibold underline decoration-2 underline-offset-4"
      >
        {mandates[locale].link}
      </a>
      {typeof gone === 'string' && <Gone locale={locale} cardId={gone} viewer={seen} />}
      {arrived && <Notice tone={arrivalTones[arrived]}>{texts.arrivals[arrived]}</Notice>}
      {way && <ToMembership locale={locale} way={way} isNext={arrived === 'kept'} />}
      {active.length === 0 && (
        <div className="mt-8">
          <p className="text-2xl font-bold">{texts.none}</p>
          <p className="mt-1">{texts.noneNext}</p>
        </div>
      )}
      <div className="my-6 grid gap-2">
        <CardForm
          does="add"
          hidden={{ locale, key: randomId(), ...(way && { to: way }) }}
          button={texts.add}
          doing={texts.adding}
          problems={problems[locale]}
        />
        <p className="text-base">{texts.addHint}</p>
      </div>
      <CardList locale={locale} id="cards" title={texts.list} cards={active} />
      <CardList
        locale={locale}
        id="leaving"
        title={texts.leavingTitle}
        text={texts.leavingText}
        cards={leaving}
      />
    </>
  );
}

type WayProps = { locale: Locale; way: WayBack; isNext: boolean };

/** Back to the membership that the card is for: the thing to do once the card is there. */
function ToMembership({ locale, way, isNext }: WayProps) {
  return (
    <div>
      <a href={`/${locale}/${way}`} className={buttonStyle(isNext ? 'primary' : 'secondary')}>
        {wallet[locale].toMembership}
      </a>
    </div>
  );
}

type GoneProps = { locale: Locale; cardId: string; viewer: Viewer };

/** A card was just deleted: says so, and what becomes of the orders that had to do with it. */
async function Gone({ locale, cardId, viewer }: GoneProps) {
  if (!(await wasGivenUp(cardId, viewer))) return null;
  return (
    <Notice tone="good" title={wallet[locale].forget.done}>
      <CardDependents locale={locale} dependents={await findDependents(cardId, viewer, new Date())} />
    </Notice>
  );
}

type ListProps = { locale: Locale; id: string; title: string; text?: string; cards: readonly WalletCard[] };

function CardList({ locale, id, title, text, cards }: ListProps) {
  if (cards.length === 0) return null;
  const today = dayOf(new Date());
  return (
    <section aria-labelledby={id} className="my-10">
      <h2 id={id} className="text-2xl font-bold">
        {title}
      </h2>
      {text && <p className="mt-1 max-w-prose">{text}</p>}
      <ul className="mt-4 grid grid-cols-1 gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {cards.map((card) => (
          <WalletItem
            key={card.id}
            locale={locale}
            card={card}
            validity={validityOf(card.validUntil, today)}
          />
        ))}
      </ul>
    </section>
  );
}

function SignInFirst({ locale }: { locale: Locale }) {
  const texts = wallet[locale];
  return (
    <>
      <h1 className="mt-8 text-4xl leading-tight font-bold sm:text-5xl">{texts.title}</h1>
      <p className="mt-3 mb-6">{texts.signIn}</p>
      <div>
        <a href={`/${locale}/sign-in?to=wallet`} className={buttonStyle()}>
          {texts.signInLink}
        </a>
      </div>
    </>
  );
}

const arrivalTones = { kept: 'good', refused: 'bad', waiting: 'info' } as const;

/** What became of the card that the viewer has just been to the gateway for. */
async function arrivalOf(orderId: string, seen: Viewer): Promise<keyof typeof arrivalTones | null> {
  const session = (await findOrder(orderId, seen))?.sessions.at(-1);
  if (session?.kind !== 'TOKEN') return null;
  if (session.status === 'APPROVED') return 'kept';
  return isFinal(session.status) ? 'refused' : 'waiting';
}
