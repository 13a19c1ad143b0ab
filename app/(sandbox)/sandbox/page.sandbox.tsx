import type { Route } from 'next';
import Link from 'next/link';
import { formatAmount } from '@/components/sandbox/amount';
import { linkLook } from '@/components/sandbox/button';
import { EnterForm } from '@/components/sandbox/control-room/enter-form';
import { LanguageSelector } from '@/components/sandbox/language-selector';
import { groupCardNumber } from '@/components/sandbox/mask';
import { formatMoment } from '@/components/sandbox/moment';
import { Shell } from '@/components/sandbox/shell';
import { Table } from '@/components/sandbox/table';
import { brandName, groupTestCards } from '@/components/sandbox/test-card-groups';
import { remarksOf } from '@/components/sandbox/test-card-remarks';
import { now } from '@/lib/sandbox/clock';
import { controlRoomTexts } from '@/lib/sandbox/dictionaries/control-room';
import { landingTexts } from '@/lib/sandbox/dictionaries/landing';
import { pageTexts, readPageLanguage, type PageLanguage } from '@/lib/sandbox/dictionaries/page';
import { isLoopback, sandboxEnv } from '@/lib/sandbox/env';
import { findLatestSessions } from '@/lib/sandbox/latest-sessions';
import { demoSite } from '@/lib/sandbox/sites';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The gateway's own address: what it is, how to reach it, its cards and its latest sessions. */
export default async function Landing({ searchParams }: Props) {
  const language = readPageLanguage((await searchParams).lang, 'es_CO');
  const texts = landingTexts[language];
  return (
    <Shell language={language} title={texts.title}>
      <main id="content" className="mx-auto max-w-4xl px-5 py-10">
        <LanguageSelector language={language} query={{}} />
        <h1 className="mt-4 text-3xl font-semibold">{texts.heading}</h1>
        <p className="text-soft mt-3 max-w-2xl">{texts.what}</p>
        <Connect language={language} />
        <ControlRoom language={language} />
        <Sessions language={language} />
        <Cards language={language} />
      </main>
    </Shell>
  );
}

function Connect({ language }: { language: PageLanguage }) {
  const texts = landingTexts[language];
  const { baseUrl } = sandboxEnv();
  const isHere = isLoopback(new URL(baseUrl).hostname);
  const facts = [
    [texts.baseUrl, baseUrl],
    [texts.login, demoSite.login],
    [texts.secretKey, isHere ? demoSite.secretKey : texts.hiddenKey],
  ];
  const routes = [
    ['POST /api/session', texts.create],
    ['POST /api/session/{requestId}', texts.query],
    ['POST /api/session/{requestId}/cancel', texts.cancel],
  ];
  return (
    <section className="bg-panel mt-8 rounded-xl p-6">
      <h2 className="text-xl font-semibold">{texts.connect}</h2>
      <dl className="mt-3 grid gap-2">
        {facts.map(([term, fact]) => (
          <div key={term} className="sm:grid sm:grid-cols-[8rem_1fr]">
            <dt className="text-soft">{term}</dt>
            <dd className="font-mono text-sm break-all">{fact}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 text-sm">{texts.auth}</p>
      <p className="mt-2 text-sm">
        {texts.contentType} <code className="font-mono">Content-Type: application/json</code>. {texts.control}
      </p>
      <h3 className="mt-4 font-semibold">{texts.endpoints}</h3>
      <ul className="mt-1 grid gap-1 text-sm">
        {routes.map(([route, does]) => (
          <li key={route}>
            <code className="font-mono break-all">{route}</code> {does}
          </li>
        ))}
      </ul>
    </section>
  );
}

async function Sessions({ language }: { language: PageLanguage }) {
  const texts = landingTexts[language];
  const sessions = await findLatestSessions(20);
  return (
    <section className="mt-10">
      <h2 className="text-xl font-semibold">{texts.sessions}</h2>
      {sessions.length === 0 ? (
        <p className="text-soft mt-2">{texts.none}</p>
      ) : (
        <Table
          caption={texts.sessions}
          columns={[texts.requestId, texts.status, texts.reference, texts.amount, texts.created]}
          rows={sessions.map(({ requestId, status, reason, reference, amount, createdAt }) => [
            requestId,
            `${status} ${reason}`,
            reference,
            amount && formatAmount(amount, language),
            formatMoment(createdAt, language),
          ])}
        />
      )}
    </section>
  );
}

/** The control room's door. Whoever is inside already is let through. */
function ControlRoom({ language }: { language: PageLanguage }) {
  const { title, what } = controlRoomTexts[language];
  return (
    <section className="mt-10">
      <h2 className="text-xl font-semibold">{title}</h2>
      <p className="text-soft mt-2">
        {what}{' '}
        <Link
          href={{ pathname: '/sandbox/control' as Route, query: { lang: language } }}
          prefetch={false}
          className={linkLook}
        >
          {title}
        </Link>
      </p>
      <EnterForm place={{ here: '/sandbox/control', language }} />
    </section>
  );
}

function Cards({ language }: { language: PageLanguage }) {
  const texts = landingTexts[language];
  const { behaviours } = pageTexts[language].testCards;
  return (
    <section className="mt-10">
      <h2 className="text-xl font-semibold">{texts.cards}</h2>
      <p className="text-soft mt-2">{texts.cardsWhy}</p>
      <Table
        caption={texts.cards}
        columns={[texts.behaviour, texts.number, texts.brand, texts.remark]}
        rows={groupTestCards().flatMap(({ behaviour, cards }) =>
          cards.map((card) => [
            behaviours[behaviour],
            groupCardNumber(card.number),
            brandName(card),
            remarksOf(card, language, now()).join(', '),
          ]),
        )}
      />
    </section>
  );
}
