import Link from 'next/link';
import { methodTexts } from '@/lib/sandbox/dictionaries/methods';
import { pageTexts, type PageLanguage } from '@/lib/sandbox/dictionaries/page';
import type { AttemptView, SessionView } from '@/lib/sandbox/hosted-view';
import { AskAgain } from './ask-again';
import { bankAddress } from './bank-address';
import { buttonLook, quietLook } from './button';
import { ReturnLink } from './frame';
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
        <BackToShop session={session} language={language} />
      </div>
      <AskAgain seconds={5} />
    </>
  );
}

type PushProps = { session: SessionView; attempt: AttemptView; language: PageLanguage };

/** A phone rings somewhere; this page asks again by itself, with and without JavaScript. */
export function PushWaits({ session, attempt, language }: PushProps) {
  const texts = methodTexts[language].push;
  return (
    <>
      <Outcome status="PENDING" />
      <Heading>{texts.heading}</Heading>
      <p role="status" className="mt-2">
        {texts.why(attempt.phone ?? '')}
      </p>
      <p className="mt-2 font-medium">{texts.keep}</p>
      <div className="mt-8 grid gap-3">
        <CheckNow language={language} label={texts.check} />
        <BackToShop session={session} language={language} />
      </div>
      <AskAgain seconds={3} />
    </>
  );
}

/** The payment goes on without its payer: the shop is told how it ends. */
function BackToShop({ session, language }: { session: SessionView; language: PageLanguage }) {
  return (
    <ReturnLink href={session.returnUrl} look={quietLook}>
      {pageTexts[language].result.back}
    </ReturnLink>
  );
}

function CheckNow({ language, label }: { language: PageLanguage; label: string }) {
  return (
    <Link href={{ query: { lang: language } }} prefetch={false} className={quietLook}>
      {label}
    </Link>
  );
}
