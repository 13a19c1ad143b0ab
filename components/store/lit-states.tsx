import type { ReactNode } from 'react';
import { flowPages } from '@/lib/dictionaries/flows';
import type { Locale } from '@/lib/domain/locale';
import { StateDiagram, type DrawnState } from './state-diagram';

type Props = {
  locale: Locale;
  states: readonly DrawnState[];
  /** What the lit state is the state of, and the way there. */
  children?: ReactNode;
};

/** The states of a way to pay, drawn, and under them whose state is lit. */
export function LitStates({ locale, states, children }: Props) {
  const texts = flowPages[locale].diagram;
  return (
    <section aria-labelledby="states" className="mt-10 lg:mt-0">
      <h2 id="states" className="text-2xl font-bold">
        {texts.title}
      </h2>
      <p className="mt-1 mb-4 text-base">{texts.intro}</p>
      <StateDiagram locale={locale} states={states} />
      {children && <p className="mt-3 text-base">{children}</p>}
    </section>
  );
}
