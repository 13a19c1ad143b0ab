import Link from 'next/link';
import { pageTexts, type PageLanguage } from '@/lib/sandbox/dictionaries/page';
import type { AttemptView, SessionView } from '@/lib/sandbox/hosted-view';
import { AttemptFacts } from './attempt-facts';
import { buttonLook } from './button';
import { refusedWords } from './charge-words';
import { Heading } from './heading';
import { LeaveLink } from './leave';
import { Outcome } from './outcome';
import { EarlierAttempts, headings } from './result';

type Props = { session: SessionView; attempt: AttemptView; language: PageLanguage };

/** An attempt that did not work, in a process that goes on: what happened, and another try. */
export function Refusal({ session, attempt, language }: Props) {
  const texts = pageTexts[language];
  return (
    <>
      <Outcome status={attempt.status} />
      <Heading>{headings(language)[attempt.status]}</Heading>
      {attempt.status === 'FAILED' ? (
        <p className="mt-2">{texts.result.failedWhy}</p>
      ) : (
        <p className="mt-2 font-medium">{refusedWords(session, attempt, language)}</p>
      )}
      <p className="text-soft mt-1">{texts.result.attemptsLeft(session.attemptsLeft)}</p>
      <div className="mt-6 grid gap-3">
        <Link href={{ query: { lang: language, step: 'method' } }} prefetch={false} className={buttonLook}>
          {texts.result.retry}
        </Link>
        <LeaveLink language={language} />
      </div>
      <AttemptFacts session={session} attempt={attempt} language={language} />
      <EarlierAttempts attempts={session.attempts.slice(1)} language={language} />
    </>
  );
}
