'use client';

import { useEffect, useState } from 'react';
import { outcomes } from '@/lib/dictionaries/outcomes';
import type { Locale } from '@/lib/domain/locale';

type Props = { locale: Locale; until: number };

/** What is left of the time, by the reader's clock; the sentence beside it names the hour for everybody else. */
export function Countdown({ locale, until }: Props) {
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    const look = () => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000)));
    const soon = setTimeout(look);
    const timer = setInterval(look, 1000);
    return () => {
      clearTimeout(soon);
      clearInterval(timer);
    };
  }, [until]);
  if (left === null) return null;
  const { remains, over } = outcomes[locale].parts;
  return (
    <strong className="whitespace-nowrap tabular-nums">
      {left === 0 ? over : remains(Math.floor(left / 60), left % 60)}
    </strong>
  );
}
