import Link from 'next/link';
import { methodTexts } from '@/lib/sandbox/dictionaries/methods';
import type { PageLanguage } from '@/lib/sandbox/dictionaries/page';
import type { SessionView } from '@/lib/sandbox/hosted-view';
import type { Way } from '@/lib/sandbox/other-methods';
import { Account } from './account';
import { linkLook } from './button';
import { Heading } from './heading';
import { LeaveLink } from './leave';
import type { Place } from './payment-form';
import { Received } from './received';

/** Which way to pay: only those that the merchant's site and its filter leave. */
export function MethodScreen({ session, place }: { session: SessionView; place: Place }) {
  const { language } = place;
  const texts = methodTexts[language].choose;
  return (
    <>
      <Heading>{texts.heading}</Heading>
      <Received session={session} language={language} />
      <Account session={session} place={place} />
      <ul className="mt-6 grid gap-3">
        {session.ways.map((way) => (
          <li key={way}>
            <Link
              href={{ query: { lang: language, step: way } }}
              prefetch={false}
              className="border-edge hover:border-accent flex min-h-16 items-center gap-4 rounded-lg border px-4 py-3"
            >
              <Drawing way={way} />
              <span>
                <span className="text-accent block font-semibold">{texts.ways[way].name}</span>
                <span className="text-soft block text-sm">{texts.ways[way].what}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <div className="mt-4">
        <LeaveLink language={language} />
      </div>
    </>
  );
}

/** The way back to the choice, where there is one. */
export function ChangeWay({ session, language }: { session: SessionView; language: PageLanguage }) {
  if (session.ways.length < 2) return null;
  return (
    <p className="text-center">
      <Link href={{ query: { lang: language, step: 'method' } }} prefetch={false} className={linkLook}>
        {methodTexts[language].choose.change}
      </Link>
    </p>
  );
}

/** Neutral marks of ours: the words beside them say the same. */
const drawings: Record<Way, string> = {
  card: 'M4 11h40v26H4zM4 18h40M10 29h10',
  pse: 'M6 20 24 8l18 12zM10 20v16M19 20v16M29 20v16M38 20v16M6 40h36',
  nequi: 'M15 4h18v40H15zM21 38h6',
  cash: 'M4 12h40v24H4zM24 18a6 6 0 1 0 0 12 6 6 0 0 0 0-12M10 24h2M36 24h2',
};

function Drawing({ way }: { way: Way }) {
  return (
    <svg
      viewBox="0 0 48 48"
      aria-hidden="true"
      className="text-accent size-9 shrink-0 fill-none stroke-current stroke-3"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={drawings[way]} />
    </svg>
  );
}
