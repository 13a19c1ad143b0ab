import type { ReactNode } from 'react';
import { mandates } from '@/lib/dictionaries/mandates';
import type { Locale } from '@/lib/domain/locale';
import type { MandateStanding } from '@/lib/domain/mandate-history';

type Props = { locale: Locale; standing: MandateStanding; children?: ReactNode };

const edges: Record<MandateStanding, string> = {
  open: 'border-maize',
  confirming: 'border-maize',
  not_agreed: 'border-ink',
  active: 'border-moss',
  retrying: 'border-clay',
  failed: 'border-clay',
  cancelled: 'border-ink',
  finished: 'border-ink',
};

/** Where an agreement stands: what happened, whether money moved, what comes next; then the way on. */
export function MandateBanner({ locale, standing, children }: Props) {
  const { title, happened, next } = mandates[locale].standings[standing];
  return (
    <section className={`my-6 rounded-2xl border-2 border-l-8 p-5 sm:p-7 ${edges[standing]}`}>
      <div role="status" aria-atomic="true" data-standing={standing}>
        <h2 className="text-2xl leading-tight font-bold sm:text-3xl">{title}</h2>
        <p className="mt-2 max-w-prose">{happened}</p>
        <p className="mt-1 max-w-prose font-semibold">{next}</p>
      </div>
      <div className="mt-5 flex flex-wrap items-center gap-3 empty:hidden">{children}</div>
    </section>
  );
}
