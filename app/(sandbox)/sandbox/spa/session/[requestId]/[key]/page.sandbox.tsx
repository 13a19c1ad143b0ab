import { Closing } from '@/components/sandbox/closing';
import { Frame } from '@/components/sandbox/frame';
import { isOver, leavingFor } from '@/components/sandbox/leaving';
import { PaymentScreen } from '@/components/sandbox/payment-screen';
import { screenOf } from '@/components/sandbox/screen';
import { Shell } from '@/components/sandbox/shell';
import { screenTitle } from '@/components/sandbox/screen-title';
import { Summary, SummaryFoot } from '@/components/sandbox/summary';
import { pageLanguages, readPageLanguage } from '@/lib/sandbox/dictionaries/page';
import { openHosted } from '@/lib/sandbox/hosted';
import { findNotifyData } from '@/lib/sandbox/lightbox/notify-data';
import { goTo, isFramed, unavailableAt } from './visit';
import { accept, answerChallenge, answerOtp, continueWithEmail, leave, pay, payOtherwise } from './actions';

type Props = {
  params: Promise<{ requestId: string; key: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const actions = { accept, answerChallenge, answerOtp, continueWithEmail, leave, pay, payOtherwise };

/** The hosted payment page: draws where the session stands and changes nothing. */
export default async function PaymentPage({ params, searchParams }: Props) {
  const { requestId, key } = await params;
  const { lang, step, card, bank, phone, frame } = await searchParams;
  const hosted = await openHosted(
    Number(requestId),
    key,
    pageLanguages.find((known) => known === lang),
  );
  const screen = screenOf(hosted, step);
  const framed = await isFramed(frame);
  const notifyData = hosted.kind === 'not_found' ? null : await findNotifyData(Number(requestId), key);
  if (hosted.kind === 'not_found' || !notifyData || (screen === 'unavailable' && !framed))
    goTo(unavailableAt(requestId, key, lang));

  const { session } = hosted;
  const leaveTo = framed ? leavingFor(hosted, screen) : null;
  if (screen === 'result' && session.skipResult && !framed) goTo(session.returnUrl);
  const language = readPageLanguage(lang, session.locale);
  const query = Object.fromEntries(
    Object.entries({ step, card, bank, phone, frame }).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
  return (
    <Shell language={language} title={`${screenTitle(screen, session, language)} · ${session.site.name}`}>
      <div className="lg:grid lg:min-h-[calc(100dvh-3rem)] lg:grid-cols-[minmax(0,1fr)_26rem] lg:grid-rows-[auto_1fr]">
        <Summary kind={hosted.kind} session={session} language={language} query={query} />
        <main
          id="content"
          className="px-5 py-8 sm:px-8 lg:col-start-1 lg:row-span-2 lg:row-start-1 lg:px-12 lg:py-12"
        >
          <div className="mx-auto max-w-xl">
            <Frame notifyData={notifyData} over={isOver(hosted)} leaveTo={leaveTo}>
              {leaveTo !== null || screen === 'unavailable' ? (
                <Closing
                  language={language}
                  leaveTo={leaveTo ?? session.returnUrl}
                  message={session.status.message}
                />
              ) : (
                <PaymentScreen
                  key={screen}
                  screen={screen}
                  session={session}
                  place={{ requestId: session.requestId, sessionKey: key, language }}
                  filled={{ card, bank, phone }}
                  actions={actions}
                />
              )}
            </Frame>
          </div>
        </main>
        <SummaryFoot session={session} language={language} />
      </div>
    </Shell>
  );
}
