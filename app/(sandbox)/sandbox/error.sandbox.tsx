'use client';

import { useSearchParams } from 'next/navigation';
import { buttonLook } from '@/components/sandbox/button';
import { NoticePage } from '@/components/sandbox/notice-page';
import { pageTexts, readPageLanguage } from '@/lib/sandbox/dictionaries/page';

/** The gateway's apology. Trying again is safe: a form sent twice is one attempt. */
export default function GatewayError() {
  const language = readPageLanguage(useSearchParams().get('lang'), 'es_CO');
  const texts = pageTexts[language].apology;
  return (
    <NoticePage language={language} heading={texts.heading}>
      <p>{texts.why}</p>
      <button type="button" onClick={() => window.location.reload()} className={buttonLook}>
        {texts.reload}
      </button>
    </NoticePage>
  );
}
