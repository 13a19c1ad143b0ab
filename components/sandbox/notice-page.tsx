import type { ReactNode } from 'react';
import { pageTexts, type PageLanguage } from '@/lib/sandbox/dictionaries/page';
import { Shell } from './shell';

type Props = { language: PageLanguage; heading: string; children: ReactNode };

/** One column with one thing to say: nothing to pay here. */
export function NoticePage({ language, heading, children }: Props) {
  return (
    <Shell language={language} title={heading}>
      <main id="content" className="mx-auto max-w-xl px-5 py-16">
        <h1 className="text-2xl font-semibold">{heading}</h1>
        <div className="text-soft mt-4 grid gap-4">{children}</div>
        <p className="border-line text-soft mt-12 border-t pt-4 text-sm">
          {pageTexts[language].summary.madeBy}
        </p>
      </main>
    </Shell>
  );
}
