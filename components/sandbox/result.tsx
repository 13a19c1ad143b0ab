import { chargeTexts } from '@/lib/sandbox/dictionaries/charge';
import { pageTexts, type PageLanguage } from '@/lib/sandbox/dictionaries/page';
import type { AttemptView, SessionView } from '@/lib/sandbox/hosted-view';
import { formatAmount } from './amount';
import { AttemptFacts } from './attempt-facts';
import { doneWords, refusedWords } from './charge-words';
import { durationWords } from './duration';
import { Heading } from './heading';
import { ReturnLink } from './frame';
import { maskCard } from './mask';
import { PrintButton } from './print-button';
import { ShownFields } from './shown-fields';
import { Outcome } from './outcome';

type Props = { session: SessionView; language: PageLanguage };

/** How it ended: the receipt of the last attempt, and the way back to the shop. */
export function Result({ session, language }: Props) {
  const texts = pageTexts[language];
  const [attempt, ...earlier] = session.attempts;
  const status = attempt?.status ?? (session.status.status === 'APPROVED' ? 'APPROVED' : 'REJECTED');
  return (
    <>
      <Outcome status={status} />
      <Heading>{headingOf(status, session, language)}</Heading>
      {status !== 'PENDING' && <p className="text-soft mt-2">{session.status.message}</p>}
      <Meaning session={session} status={status} language={language} />
      {session.status.status !== 'PENDING' && <FinishedAgo session={session} language={language} />}
      {attempt && <AttemptFacts session={session} attempt={attempt} language={language} />}
      <ShownFields heading={texts.additional} fields={session.fields.result} />
      <div className="screen-only mt-8 grid gap-3">
        <ReturnLink href={session.returnUrl}>{texts.result.back}</ReturnLink>
        <PrintButton label={texts.result.print} />
      </div>
      {session.person.email && (
        <p className="text-soft mt-4 text-sm">{texts.result.sentTo(session.person.email)}</p>
      )}
      <EarlierAttempts attempts={earlier} language={language} />
    </>
  );
}

/** What the outcome means for the payer's money. Nothing is added to a payment that was simply made. */
function Meaning({ session, status, language }: Props & { status: AttemptView['status'] }) {
  const [attempt] = session.attempts;
  const words = {
    APPROVED: doneWords(session, attempt, language),
    REJECTED: refusedWords(session, attempt, language),
    FAILED: chargeTexts[language].refused.nothing,
    PENDING: pageTexts[language].result.pendingWhy,
  }[status];
  if (words === null) return null;
  return (
    <p role="status" className="border-line bg-panel mt-3 rounded-lg border p-3 font-medium">
      {words}
    </p>
  );
}

/** The title of an outcome: a card that is only kept is no transaction to its payer. */
export function headingOf(
  status: AttemptView['status'],
  { keepsCardOnly, terms }: SessionView,
  language: PageLanguage,
): string {
  if (status === 'APPROVED' && keepsCardOnly && !terms) return chargeTexts[language].keep.heading;
  return headings(language)[status];
}

export function headings(language: PageLanguage): Record<AttemptView['status'], string> {
  const { approved, rejected, pending, failed } = pageTexts[language].result;
  return { APPROVED: approved, REJECTED: rejected, PENDING: pending, FAILED: failed };
}

function FinishedAgo({ session, language }: Props) {
  const texts = pageTexts[language].result;
  const time = durationWords(session.now.getTime() - session.status.date.getTime(), language);
  return <p className="text-soft mt-1 text-sm">{time ? texts.finishedAgo(time) : texts.justFinished}</p>;
}

/** What was tried before, newest first: number, outcome and amount. */
export function EarlierAttempts({
  attempts,
  language,
}: {
  attempts: readonly AttemptView[];
  language: PageLanguage;
}) {
  if (attempts.length === 0) return null;
  return (
    <section className="border-line mt-6 border-t pt-4">
      <h2 className="text-sm font-semibold">{pageTexts[language].result.earlier}</h2>
      <ol className="mt-2 grid gap-2 text-sm">
        {attempts.map(({ number, status, amount, paymentMethodName, lastDigits, message }) => (
          <li key={number}>
            {headings(language)[status]} · {paymentMethodName} {lastDigits && maskCard(lastDigits)}
            {amount.currency !== '' && ` · ${formatAmount(amount, language)}`}
            <span className="text-soft block">{message}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
