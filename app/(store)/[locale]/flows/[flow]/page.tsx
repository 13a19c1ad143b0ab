import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PaymentSteps } from '@/components/store/payment-steps';
import { viewer } from '@/lib/auth';
import { findLastOrderOf } from '@/lib/data/flow-orders';
import { flowPages } from '@/lib/dictionaries/flows';
import { isLocale } from '@/lib/domain/locale';
import { findFlow } from '@/lib/flows';
import { OrderMessages } from '../../orders/[orderId]/order-messages';
import { FlowStates } from './flow-states';
import { TrySection } from './try-section';

type Props = PageProps<'/[locale]/flows/[flow]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, flow } = await params;
  return isLocale(locale) ? { title: findFlow(flow)?.texts[locale].title } : {};
}

/** One way to pay: its case, its rules, its states, trying it on a sample order, and what was said when this visitor did. */
export default async function FlowPage({ params }: Props) {
  const { locale, flow: slug } = await params;
  if (!isLocale(locale)) notFound();
  const flow = findFlow(slug) ?? notFound();
  const order = await findLastOrderOf(flow.slug, await viewer());
  const { title, summary, useCase, rules, steps } = flow.texts[locale];
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
        <FlowStates locale={locale} flow={flow} order={order} />
      </div>
      <TrySection locale={locale} flow={flow} />
      {order && <OrderMessages locale={locale} order={order} />}
    </>
  );
}
