import { pageTexts, type PageLanguage } from '@/lib/sandbox/dictionaries/page';
import type { SessionView } from '@/lib/sandbox/hosted-view';
import { AskAgain } from './ask-again';
import { Result } from './result';

/** The network said "pending". Nobody may pay meanwhile; the shop will hear the answer. */
export function Pending({ session, language }: { session: SessionView; language: PageLanguage }) {
  return (
    <>
      <Result session={session} language={language} />
      <p role="status" className="border-line bg-panel mt-4 rounded-lg border p-3 text-sm">
        {pageTexts[language].result.pendingWhy}
      </p>
      <AskAgain seconds={10} />
    </>
  );
}
