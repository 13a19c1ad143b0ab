import Link from 'next/link';
import { pageTexts, type PageLanguage } from '@/lib/sandbox/dictionaries/page';
import type { TestCard } from '@/lib/sandbox/cards';
import type { SessionView } from '@/lib/sandbox/hosted-view';
import { linkLook } from './button';
import { groupCardNumber } from './mask';
import { OtherTests } from './other-tests';
import { remarksOf } from './test-card-remarks';
import { brandName, groupTestCards } from './test-card-groups';

type Props = { session: SessionView; language: PageLanguage; open: boolean };

/** The drawer of test cards: links that fill the form, so that they work without JavaScript too. */
export function TestCards({ session, language, open }: Props) {
  const { now } = session;
  const texts = pageTexts[language].testCards;
  return (
    <details
      open={open || undefined}
      className="screen-only border-aid-line bg-aid text-aid-ink mt-6 rounded-lg border p-4"
    >
      <summary className="font-semibold">{texts.heading}</summary>
      <p className="mt-2 text-sm">
        {texts.aid} {texts.how}
      </p>
      {groupTestCards().map(({ behaviour, cards }) => (
        <section key={behaviour} className="mt-4">
          <h2 className="text-sm font-semibold">{texts.behaviours[behaviour]}</h2>
          <ul className="mt-1 grid gap-x-4 sm:grid-cols-2">
            {cards.map((card) => (
              <Entry key={card.number} {...{ card, language, now }} />
            ))}
          </ul>
        </section>
      ))}
      <OtherTests session={session} language={language} />
    </details>
  );
}

function Entry({ card, language, now }: { card: TestCard; language: PageLanguage; now: Date }) {
  const remarks = remarksOf(card, language, now);
  return (
    <li className="py-1">
      <Link
        href={{ query: { lang: language, step: 'card', card: card.number } }}
        scroll={false}
        prefetch={false}
        className={`${linkLook} text-inherit tabular-nums`}
      >
        {groupCardNumber(card.number)}
      </Link>
      <p className="text-sm">{[brandName(card), ...remarks].join(' · ')}</p>
    </li>
  );
}
