'use client';

import { useEffect, useState } from 'react';

/** In `remains`, `#m` and `#s` become the minutes and seconds. */
type Props = { until: number; texts: { remains: string; over: string } };

/** What is left of the time, by the reader's clock; the sentence beside it names the hour for everybody else. */
export function Countdown({ until, texts }: Props) {
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
  const seconds = String(left % 60).padStart(2, '0');
  return (
    <strong className="whitespace-nowrap tabular-nums">
      {left === 0
        ? texts.over
        : texts.remains.replace('#m', String(Math.floor(left / 60))).replace('#s', seconds)}
    </strong>
  );
}
