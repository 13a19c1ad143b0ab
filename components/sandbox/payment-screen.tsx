import { pageTexts } from '@/lib/sandbox/dictionaries/page';
import type { SessionView } from '@/lib/sandbox/hosted-view';
import { CardScreen } from './card-screen';
import { CodeForm } from './code-form';
import { EmailForm } from './email-form';
import type { FormAction } from './form-state';
import { Heading } from './heading';
import { Leave, LeaveLink } from './leave';
import { MethodScreen } from './method-screen';
import { Order } from './order';
import { OtherScreen, type Filled } from './other-screen';
import { BankWaits, PushWaits } from './elsewhere';
import type { Place } from './payment-form';
import { Pending } from './pending';
import { Processing } from './processing';
import { Refusal } from './refusal';
import { Result } from './result';
import type { Screen } from './screen';
import { Terms } from './terms';
import { fillTestCard } from './test-card-groups';

export type Actions = Record<
  'accept' | 'answerChallenge' | 'answerOtp' | 'continueWithEmail' | 'leave' | 'pay' | 'payOtherwise',
  FormAction
>;

type Props = {
  screen: Screen;
  session: SessionView;
  place: Place;
  /** What a drawer of test data filled in, by the names of the address. */
  filled: Filled;
  actions: Actions;
};

/** The left column: one screen at a time. */
export function PaymentScreen({ screen, session, place, filled, actions }: Props) {
  const { language } = place;
  const [attempt] = session.attempts;
  if (screen === 'leave') return <Leave action={actions.leave} place={place} />;
  if (screen === 'email') return <EmailScreen {...{ session, place, action: actions.continueWithEmail }} />;
  if (screen === 'terms' && session.terms)
    return <Terms terms={session.terms} place={place} action={actions.accept} />;
  if (screen === 'otp' || screen === 'challenge') {
    const action = screen === 'otp' ? actions.answerOtp : actions.answerChallenge;
    return <CodeScreen step={screen} place={place} action={action} />;
  }
  if (screen === 'processing') return <Processing language={language} />;
  if (screen === 'bank' && attempt) return <BankWaits {...{ session, attempt, place }} />;
  if (screen === 'push' && attempt) return <PushWaits {...{ session, attempt, language }} />;
  if (screen === 'order' && attempt) return <Order {...{ session, attempt, language }} />;
  if (screen === 'method') return <MethodScreen session={session} place={place} />;
  if (screen === 'pse' || screen === 'nequi' || screen === 'cash')
    return <OtherScreen way={screen} {...{ session, place, filled }} action={actions.payOtherwise} />;
  if (screen === 'pending') return <Pending session={session} language={language} />;
  if (screen === 'result') return <Result session={session} language={language} />;
  if (screen === 'refusal' && attempt) return <Refusal {...{ session, attempt, language }} />;
  return (
    <CardScreen
      session={session}
      place={place}
      action={actions.pay}
      testCard={fillTestCard(filled.card, session.now)}
    />
  );
}

function EmailScreen({ session, place, action }: { session: SessionView; place: Place; action: FormAction }) {
  const { heading, why } = pageTexts[place.language].email;
  return (
    <>
      <Heading>{heading}</Heading>
      <p className="text-soft mt-2">{why}</p>
      <EmailForm action={action} place={place} email={session.person.email} />
      <div className="mt-4">
        <LeaveLink language={place.language} />
      </div>
    </>
  );
}

function CodeScreen({
  step,
  place,
  action,
}: {
  step: 'otp' | 'challenge';
  place: Place;
  action: FormAction;
}) {
  const { heading, why } = pageTexts[place.language][step];
  return (
    <>
      <Heading>{heading}</Heading>
      <p className="text-soft mt-2">{why}</p>
      <CodeForm action={action} place={place} step={step} />
      <div className="mt-4">
        <LeaveLink language={place.language} />
      </div>
    </>
  );
}
