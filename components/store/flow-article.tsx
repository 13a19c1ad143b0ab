import type { ReactNode } from 'react';
import { flowPages } from '@/lib/dictionaries/flows';
import type { Locale } from '@/lib/domain/locale';
import type { FlowTexts } from '@/lib/flows/flow';
import { PaymentSteps } from './payment-steps';

type Props = {
  locale: Locale;
  flow: Pick<FlowTexts, 'title' | 'summary' | 'useCase' | 'steps' | 'rules'>;
  /** Beside the words: the states. */
  children: ReactNode;
};

/** A way to pay explained: its case, what happens step by step, its rules, and its states beside them. */
export function FlowArticle({ locale, flow, children }: Props) {
  const { title, summary, useCase, rules, steps } = flow;
  const texts = flowPages[locale];
  return (
    <>
      <a
        href={`/${locale}/flows`}
        className="mt-8 inline-block py-2 text-base underline decoration-2 underline-offset-4"
      >
        ← {texts.back}
      </a>
      <h1 className="mt-2 text-5xl leading-none font-extrabold tracking-tight sm:text-6xl">{title}</h1>
      <p className="mt-4 max-w-[60ch] text-xl">{summary}</p>
      <div className="mt-6 grid gap-x-14 lg:grid-cols-[3fr_2fr]">
        <div>
          <section aria-labelledby="case" className="border-maize max-w-prose border-l-8 pl-5">
            <h2 id="case" className="text-2xl font-bold">
              {texts.useCase}
            </h2>
            <p className="mt-1">{useCase}</p>
          </section>
          <PaymentSteps title={texts.steps} steps={steps} />
          <section aria-labelledby="rules">
            <h2 id="rules" className="mb-3 text-2xl font-bold">
              {texts.rules}
            </h2>
            <ul className="marker:text-clay grid max-w-prose list-disc gap-2 pl-5">
              {rules.map((rule) => (
                <li key={rule}>{rule}</li>
              ))}
            </ul>
          </section>
        </div>
        {children}
      </div>
    </>
  );
}
