import type { ReactNode } from 'react';
import { chargeTexts } from '@/lib/sandbox/dictionaries/charge';
import { pageTexts, type PageLanguage } from '@/lib/sandbox/dictionaries/page';
import type { Hosted, SessionView } from '@/lib/sandbox/hosted-view';
import { formatAmount } from './amount';
import { linkLook } from './button';
import { repetitionWords } from './charge-words';
import { Countdown } from './countdown';
import { Figure } from './figure';
import { LanguageSelector } from './language-selector';
import { formatMoment } from './moment';

type Props = {
  kind: Hosted['kind'];
  session: SessionView;
  language: PageLanguage;
  query: Record<string, string>;
};

/** The pale column: what is paid, to whom, and how long there is left. */
export function Summary({ kind, session, language, query }: Props) {
  const texts = pageTexts[language].summary;
  return (
    <aside
      aria-label={texts.heading}
      className="bg-panel px-5 py-6 sm:px-8 lg:col-start-2 lg:row-start-1 lg:px-10 lg:pt-12"
    >
      <div className="mx-auto max-w-xl">
        <div className="flex flex-wrap items-baseline justify-between gap-x-6">
          <p className="font-semibold">{session.site.name}</p>
          <LanguageSelector language={language} query={query} />
        </div>
        <Figure kind={kind} session={session} language={language} />
        <p className="mt-2 break-words">{session.description}</p>
        <p className="text-soft mt-1 text-sm">
          {texts.code} <span className="font-mono">{session.code}</span>
        </p>
        {kind === 'open' && (
          <div className="mt-4 text-sm">
            <Countdown language={language} left={session.expiresAt.getTime() - session.now.getTime()} />
          </div>
        )}
        <Detail session={session} language={language} />
      </div>
    </aside>
  );
}

/** Who helps, and who made this page. */
export function SummaryFoot({ session, language }: Pick<Props, 'session' | 'language'>) {
  const texts = pageTexts[language].summary;
  return (
    <footer className="bg-panel px-5 py-6 text-sm sm:px-8 lg:col-start-2 lg:row-start-2 lg:px-10">
      <div className="border-line mx-auto grid max-w-xl gap-3 border-t pt-4">
        <p>
          {texts.help}{' '}
          <a href={`mailto:${session.site.supportEmail}`} className={linkLook}>
            {session.site.supportEmail}
          </a>
        </p>
        <p className="text-soft">{texts.madeBy}</p>
      </div>
    </footer>
  );
}

function Detail({ session, language }: { session: SessionView; language: PageLanguage }) {
  const texts = pageTexts[language].summary;
  return (
    <details className="border-line mt-4 border-t pt-4">
      <summary className="text-accent font-medium">{texts.detail}</summary>
      <dl className="mt-3 grid gap-3 text-sm">
        <Fact term={texts.reference}>{session.reference}</Fact>
        <Fact term={texts.requested}>{formatMoment(session.createdAt, language)}</Fact>
        {session.repetition && (
          <Fact term={chargeTexts[language].repeats.term}>
            {repetitionWords(session.repetition, language)}
          </Fact>
        )}
        <Items session={session} language={language} />
        <Kinds term={texts.taxes} rows={session.taxes} language={language} />
        <Kinds term={texts.details} rows={session.details} language={language} />
      </dl>
    </details>
  );
}

function Items({ session, language }: { session: SessionView; language: PageLanguage }) {
  if (session.items.length === 0) return null;
  const currency = session.amount?.currency;
  return (
    <Fact term={pageTexts[language].summary.items}>
      {session.items.map(({ name, quantity, price }, index) => (
        <span key={index} className="flex justify-between gap-4">
          <span className="break-words">
            {quantity} × {name}
          </span>
          {price !== null && currency && (
            <span className="tabular-nums">{formatAmount({ total: price, currency }, language)}</span>
          )}
        </span>
      ))}
    </Fact>
  );
}

function Kinds({
  term,
  rows,
  language,
}: {
  term: string;
  rows: SessionView['taxes'];
  language: PageLanguage;
}) {
  if (rows.length === 0) return null;
  const names: Record<string, string> = pageTexts[language].kinds;
  return (
    <Fact term={term}>
      {rows.map(({ kind, amount }, index) => (
        <span key={index} className="flex justify-between gap-4">
          <span>{names[kind] ?? kind}</span>
          <span className="tabular-nums">{formatAmount(amount, language)}</span>
        </span>
      ))}
    </Fact>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-soft">{term}</dt>
      <dd className="break-words">{children}</dd>
    </div>
  );
}
