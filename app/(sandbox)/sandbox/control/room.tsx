import Link from 'next/link';
import type { Route } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { ActForm, SmallButton } from '@/components/sandbox/control-room/act-form';
import { EnterForm } from '@/components/sandbox/control-room/enter-form';
import { currentLook, linkLook } from '@/components/sandbox/button';
import { LanguageSelector } from '@/components/sandbox/language-selector';
import { Shell } from '@/components/sandbox/shell';
import { cookieName, isInside } from '@/lib/sandbox/control-room/gate';
import { controlRoomTexts } from '@/lib/sandbox/dictionaries/control-room';
import { readPageLanguage, type PageLanguage } from '@/lib/sandbox/dictionaries/page';

export type Query = Record<string, string | string[] | undefined>;

type Props = {
  query: Query;
  /** The page's own path: its forms come back here. */
  here: string;
  title: (language: PageLanguage) => string;
  children: (language: PageLanguage) => ReactNode;
};

/** The frame of every page of the control room; the key is asked for before anything is read. */
export async function Room({ query, here, title, children }: Props) {
  const language = readPageLanguage(query.lang, 'es_CO');
  const texts = controlRoomTexts[language];
  const inside = isInside((await cookies()).get(cookieName)?.value, new Date());
  const place = { here, language };
  return (
    <Shell language={language} title={inside ? `${title(language)} · ${texts.title}` : texts.title}>
      <main id="content" className="mx-auto max-w-5xl px-5 py-8">
        <LanguageSelector language={language} query={{}} />
        {inside && <Navigation language={language} here={here} />}
        <h1 className="mt-4 text-2xl font-semibold break-words">
          {inside ? title(language) : texts.enter.heading}
        </h1>
        <Told query={query} language={language} />
        {inside ? children(language) : <EnterForm place={place} />}
      </main>
    </Shell>
  );
}

function Navigation({ language, here }: { language: PageLanguage; here: string }) {
  const { nav, enter } = controlRoomTexts[language];
  const places = [
    ['/sandbox/control', nav.sessions],
    ['/sandbox/control/transactions', nav.transactions],
    ['/sandbox/control/tokens', nav.tokens],
    ['/sandbox/control/recurrences', nav.recurrences],
    ['/sandbox/control/autopays', nav.autopays],
    ['/sandbox/control/deliveries', nav.deliveries],
    ['/sandbox/control/faults', nav.faults],
    ['/sandbox/control/clock', nav.clock],
    ['/sandbox', nav.home],
  ] as const;
  return (
    <nav
      aria-label={nav.label}
      className="border-line mt-3 flex flex-wrap items-center gap-x-5 gap-y-1 border-b pb-2"
    >
      {places.map(([path, name]) => (
        <Link
          key={path}
          href={{ pathname: path as Route, query: { lang: language } }}
          prefetch={false}
          aria-current={path === here ? 'page' : undefined}
          className={path === here ? currentLook : linkLook}
        >
          {name}
        </Link>
      ))}
      <ActForm act="leave" place={{ here: '/sandbox/control', language }}>
        <SmallButton>{enter.leave}</SmallButton>
      </ActForm>
    </nav>
  );
}

/** How the last button went. The words are ours: an address can choose among them and say nothing else. */
function Told({ query, language }: { query: Query; language: PageLanguage }) {
  const { problems, done } = controlRoomTexts[language];
  const problem = Object.entries(problems).find(([name]) => name === query.problem)?.[1];
  const did = Object.entries(done).find(([name]) => name === query.done)?.[1];
  if (problem) {
    return (
      <p role="alert" className="border-bad text-bad mt-4 rounded-lg border-2 p-3 font-medium">
        {problem}
      </p>
    );
  }
  return did ? (
    <p role="status" className="border-line bg-panel mt-4 rounded-lg border p-3 font-medium">
      {did}
    </p>
  ) : null;
}
