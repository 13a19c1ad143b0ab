import Link from 'next/link';
import { methodTexts } from '@/lib/sandbox/dictionaries/methods';
import type { PageLanguage } from '@/lib/sandbox/dictionaries/page';
import type { AttemptView, SessionView } from '@/lib/sandbox/hosted-view';
import { AskAgain } from './ask-again';
import { bankAddress } from './bank-address';
import { buttonLook, quietLook } from './button';
import { Heading } from './heading';
import type { Place } from './payment-form';
import { Outcome } from './outcome';

type BankProps = { session: SessionView; attempt: AttemptView; place: Place };

/** The payer came back from his bank, or never went: nobody pays meanwhile, and the bank still waits. */
export function BankWaits({ session, attempt, place }: BankProps) {
  const { language } = place;
  const texts = methodTexts[language].bankWaits;
  return (
    <>
      <Outcome status="PENDING" />
      <Heading>{texts.heading}</Heading>
      <p role="status" className="mt-2">
        {texts.why(attempt.bank ?? '')}
      </p>
      <div className="mt-8 grid gap-3">
        <a href={bankAddress(session.waitingToken ?? '', language)} className={buttonLook}>
          {texts.go}
        </a>
        <CheckNow language={language} label={texts.check} />
      </div>
      <AskAgain seconds={5} />
    </>
  );
}

/** A phone rings somewhere; this page asks again by itself, with and without JavaScript. */
export function PushWaits({ attempt, language }: { attempt: AttemptView; language: PageLanguage }) {
  const texts = methodTexts[language].push;
  return (
    <>
      <Outcome status="PENDING" />
      <Heading>{texts.heading}</Heading>
      <p role="status" className="mt-2">
        {texts.why(attempt.phone ?? '')}
      </p>
      <p className="mt-2 font-medium">{texts.keep}</p>
      <div className="mt-8">
        <CheckNow language={language} label={texts.check} />
      </div>
      <AskAgain seconds={3} />
    </>
  );
}

function CheckNow({ language, label }: { language: PageLanguage; label: string }) {
  return (
    <Link href={{ query: { lang: language } }} prefetch={false} className={quietLook}>
      {label}
    </Link>
  );
}
