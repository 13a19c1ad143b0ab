import { pageTexts } from '@/lib/sandbox/dictionaries/page';
import type { MandateTerms } from '@/lib/sandbox/hosted-view';
import type { FormAction } from './form-state';
import { Heading } from './heading';
import { LeaveLink } from './leave';
import { formatDay } from './moment';
import type { Place } from './payment-form';
import { TermsForm } from './terms-form';
import { amountWords, rhythmWords } from './terms-words';

type Props = { terms: MandateTerms; place: Place; action: FormAction };

/** What will be charged without asking again, and the box that says yes to it. */
export function Terms({ terms, place, action }: Props) {
  const { language } = place;
  const t = pageTexts[language].terms;
  const facts: [string, string][] = [
    [t.concept, terms.description],
    [t.howMuch, amountWords(terms, language)],
    [t.howOften, rhythmWords(terms, language)],
    [terms.edits ? t.nextCharge : t.firstCharge, formatDay(terms.nextOn, language)],
    [t.until, terms.lastOn ? formatDay(terms.lastOn, language) : t.noEnd],
    ...(terms.maxPeriods === -1 ? [] : [[t.atMost, t.charges(terms.maxPeriods)] as [string, string]]),
    [t.dueDay, t.dayOfMonth(terms.dueDay)],
  ];
  return (
    <>
      <Heading>{terms.edits ? t.editHeading : t.heading}</Heading>
      <p className="text-soft mt-2">{terms.edits ? t.editWhy : t.why}</p>
      <dl className="border-line mt-6 grid gap-3 border-y py-4">
        {facts.map(([term, text]) => (
          <div key={term} className="sm:grid sm:grid-cols-[12rem_1fr] sm:gap-4">
            <dt className="text-soft">{term}</dt>
            <dd className="break-words">{text}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 text-sm">{t.cancel}</p>
      <TermsForm action={action} place={place} edits={terms.edits} />
      <div className="mt-4">
        <LeaveLink language={language} />
      </div>
    </>
  );
}
