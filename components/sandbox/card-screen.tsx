import { chargeTexts } from '@/lib/sandbox/dictionaries/charge';
import { pageTexts, type PageLanguage } from '@/lib/sandbox/dictionaries/page';
import type { SessionView } from '@/lib/sandbox/hosted-view';
import { Account } from './account';
import { formatAmount } from './amount';
import { noteOf, policyWords } from './charge-words';
import { CardForm } from './card-form';
import type { FormAction } from './form-state';
import { Heading } from './heading';
import { LeaveLink } from './leave';
import { ChangeWay } from './method-screen';
import type { Place } from './payment-form';
import { Received } from './received';
import { ShownFields } from './shown-fields';
import { TestCards } from './test-cards';
import type { FilledCard } from './test-card-groups';

type Props = { session: SessionView; place: Place; action: FormAction; testCard: FilledCard | null };

/** The card, its holder, and the button that says how much it pays. */
export function CardScreen({ session, place, action, testCard }: Props) {
  const { language } = place;
  const texts = pageTexts[language];
  const t = texts.card;
  return (
    <>
      <Heading>{t.heading}</Heading>
      <Received session={session} language={language} />
      <Account session={session} place={place} />
      <ShownFields heading={texts.additional} fields={session.fields.payment} />
      <TestCards session={session} language={language} open={testCard !== null} />
      <CardForm
        action={action}
        place={place}
        attemptToken={session.attemptToken}
        submit={submitOf(session, language)}
        note={noteOf(session, language)}
        choices={{ part: partOf(session, language), asksConsent: session.asksConsent }}
        country={session.site.country}
        person={session.person}
        lockedFields={session.lockedFields}
        documentTypes={session.documentTypes.map(({ code, name }) => ({ code, name }))}
        installments={session.installments}
        credits={session.credits}
        asksZip={session.asksZip}
        testCard={testCard}
      />
      <p className="text-soft mt-3 text-sm">{policyWords(session, language)}</p>
      <details className="mt-3 text-sm">
        <summary className="text-accent py-3">{t.protection}</summary>
        <p className="text-soft mt-1">{t.protectionText}</p>
      </details>
      <div className="mt-4 grid gap-2">
        <ChangeWay session={session} language={language} />
        <LeaveLink language={language} />
      </div>
    </>
  );
}

function submitOf({ amount, partial, terms, holds }: SessionView, language: PageLanguage) {
  const { card, email, terms: words } = pageTexts[language];
  if (terms) return terms.edits ? words.replace : words.authorize;
  if (partial) return card.payPart;
  if (amount && holds) return chargeTexts[language].hold.submit(formatAmount(amount, language));
  return amount ? card.pay(formatAmount(amount, language)) : email.submit;
}

/** The amount box of a payment in parts. Null where the whole is paid. */
export function partOf({ partial }: SessionView, language: PageLanguage) {
  if (!partial) return null;
  const { minimum, remaining } = partial;
  const hint = pageTexts[language].card.partHint(
    formatAmount(minimum, language),
    formatAmount(remaining, language),
  );
  return { most: remaining.total, hint };
}
