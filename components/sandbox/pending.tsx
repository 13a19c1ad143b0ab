import type { PageLanguage } from '@/lib/sandbox/dictionaries/page';
import type { SessionView } from '@/lib/sandbox/hosted-view';
import { AskAgain } from './ask-again';
import { Result } from './result';

/** The network said "pending". Nobody may pay meanwhile; the answer shows here too when it arrives. */
export function Pending({ session, language }: { session: SessionView; language: PageLanguage }) {
  return (
    <>
      <Result session={session} language={language} />
      <AskAgain seconds={5} />
    </>
  );
}
