import type { ReactNode } from 'react';

export type BadgeTone = 'good' | 'waiting' | 'bad' | 'plain';

const tones: Record<BadgeTone, string> = {
  good: 'bg-moss text-paper',
  waiting: 'bg-maize text-ink',
  bad: 'bg-clay text-paper',
  plain: 'border-2 border-mist text-ink',
};

/** A state in a word. The word says it; the colour only repeats it. */
export function Badge({ tone = 'plain', children }: { tone?: BadgeTone; children: ReactNode }) {
  return (
    <span className={`inline-block rounded-full px-3 py-0.5 text-sm font-semibold ${tones[tone]}`}>
      {children}
    </span>
  );
}
