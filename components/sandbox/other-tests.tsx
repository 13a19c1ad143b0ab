import Link from 'next/link';
import { banks, nequiPhones } from '@/lib/sandbox/banks';
import { methodTexts } from '@/lib/sandbox/dictionaries/methods';
import { pageTexts, type PageLanguage } from '@/lib/sandbox/dictionaries/page';
import type { SessionView } from '@/lib/sandbox/hosted-view';
import type { Way } from '@/lib/sandbox/other-methods';
import { linkLook } from './button';

type Props = { session: SessionView; language: PageLanguage };

/** What to type in the ways of this session that are no card, and what comes of it. */
export function OtherTests({ session, language }: Props) {
  const texts = methodTexts[language].tests;
  const others = session.ways.filter((way) => way !== 'card');
  if (others.length === 0 && !session.asksZip) return null;
  return (
    <section className="mt-4">
      <h2 className="text-sm font-semibold">{texts.heading}</h2>
      {session.asksZip && <p className="mt-1 text-sm">{texts.zip}</p>}
      {others.map((way) => (
        <WayTests key={way} way={way} language={language} />
      ))}
    </section>
  );
}

/** The same for one way, beside its own form. */
export function OtherTestsDrawer({
  way,
  session,
  language,
  open,
}: Props & { way: Exclude<Way, 'card'>; open: boolean }) {
  if (!session.ways.includes(way)) return null;
  return (
    <details
      open={open || undefined}
      className="screen-only border-aid-line bg-aid text-aid-ink mt-6 rounded-lg border p-4"
    >
      <summary className="font-semibold">{methodTexts[language].tests.lone}</summary>
      <p className="mt-2 text-sm">{pageTexts[language].testCards.aid}</p>
      <WayTests way={way} language={language} />
    </details>
  );
}

function WayTests({ way, language }: { way: Way; language: PageLanguage }) {
  const texts = methodTexts[language].tests;
  if (way === 'cash') return <p className="mt-2 text-sm">{texts.cash}</p>;
  if (way === 'card') return null;
  const rows =
    way === 'pse'
      ? banks.map(({ code, name, does }) => ({ fill: { bank: code }, name, does: texts.banks[does] }))
      : nequiPhones.map(({ number, does }) => ({
          fill: { phone: number },
          name: number,
          does: texts.phones[does],
        }));
  return (
    <>
      <h3 className="mt-2 text-sm">{way === 'pse' ? texts.pse : texts.nequi}</h3>
      <ul className="grid gap-x-4 sm:grid-cols-2">
        {rows.map(({ fill, name, does }) => (
          <li key={name} className="py-1 text-sm">
            <Link
              href={{ query: { lang: language, step: way, ...fill } }}
              scroll={false}
              prefetch={false}
              className={`${linkLook} text-inherit tabular-nums`}
            >
              {name}
            </Link>
            <span className="block">{does}</span>
          </li>
        ))}
      </ul>
      {way === 'nequi' && <p className="text-sm">{texts.otherPhones}</p>}
    </>
  );
}
