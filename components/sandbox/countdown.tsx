'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { pageTexts, type PageLanguage } from '@/lib/sandbox/dictionaries/page';
import { durationWords } from './duration';

type Props = { language: PageLanguage; /** Milliseconds left when the page was drawn. */ left: number };

/** "The process will expire in 9 minutes": right when drawn, and kept right while the page stays open. */
export function Countdown({ language, left }: Props) {
  const router = useRouter();
  const [passed, setPassed] = useState(0);
  const remaining = left - passed;
  useEffect(() => {
    const start = performance.now();
    const timer = setInterval(() => setPassed(performance.now() - start), 5_000);
    return () => clearInterval(timer);
  }, [left]);
  const over = remaining <= 0;
  useEffect(() => {
    if (over) router.refresh();
  }, [over, router]);
  const texts = pageTexts[language].summary;
  if (over) return <p>{texts.expired}</p>;
  return <p role="timer">{texts.expires(durationWords(remaining, language) ?? texts.lessThanAMinute)}</p>;
}
