import type { ReactNode } from 'react';

export type NoticeTone = 'info' | 'good' | 'bad';

const tones: Record<NoticeTone, string> = {
  info: 'border-maize',
  good: 'border-moss',
  bad: 'border-clay',
};

type Props = { tone?: NoticeTone; title?: string; children?: ReactNode; className?: string };

/** Something to know before going on. A problem is announced at once, the rest when there is time. */
export function Notice({ tone = 'info', title, children, className = '' }: Props) {
  return (
    <div
      role={tone === 'bad' ? 'alert' : 'status'}
      className={`rounded-r-2xl border-2 border-l-8 px-4 py-3 ${tones[tone]} ${className}`}
    >
      {title && <p className="font-bold">{title}</p>}
      {children}
    </div>
  );
}
