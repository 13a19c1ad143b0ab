import { toQuestion } from '@/components/store/answer-field';
import { SampleLines } from '@/components/store/sample-lines';
import { visitor } from '@/lib/auth';
import { randomId } from '@/lib/data/random';
import { checkout } from '@/lib/dictionaries/checkout';
import { flowPages } from '@/lib/dictionaries/flows';
import { lightbox } from '@/lib/dictionaries/lightbox';
import { optionGroups } from '@/lib/flows/option-groups';
import { outcomes } from '@/lib/dictionaries/outcomes';
import { problems } from '@/lib/dictionaries/problems';
import type { Locale } from '@/lib/domain/locale';
import { initialAnswers, kindOf, type Flow } from '@/lib/flows/flow';
import { previewSample } from '@/lib/use-cases/preview-sample';
import { shownRequest } from './shown-request';
import { TryForm } from './try-form';

/** Trying the flow on an order of its own: what is in it, what is asked, what would be sent, and the button. */
export async function TrySection({ locale, flow }: { locale: Locale; flow: Flow }) {
  const texts = flowPages[locale];
  const preview = await previewSample({ flow, locale, answers: null, visitor: await visitor() });
  const initial = initialAnswers(flow, preview.order, new Date());
  return (
    <section aria-labelledby="try" className="border-ink mt-16 border-t-2 pt-8">
      <h2 id="try" className="text-4xl leading-tight font-extrabold tracking-tight">
        {texts.sample.title}
      </h2>
      <p className="mt-2 max-w-[60ch]">{texts.sample.intro}</p>
      <SampleLines locale={locale} order={preview.order} title={texts.sample.order} />
      <TryForm
        hidden={{ locale, flow: flow.slug, attemptKey: randomId() }}
        questions={flow.fields.map((field) => toQuestion(field, locale, initial[field.name]))}
        groups={optionGroups.map(({ title, fields }) => ({
          title: title[locale],
          questions: fields.map((field) => toQuestion(field, locale)),
        }))}
        texts={{
          ...texts.sample,
          button: texts.sample.buttons[kindOf(flow, preview.order, new Date())],
          optionsTitle: texts.options.title,
          optionsIntro: texts.options.intro,
          request: { ...texts.request, schedule: outcomes[locale].schedule.title },
          opening: lightbox[locale].opening,
          failures: checkout[locale].problems,
          gatewaySays: checkout[locale].gatewaySays,
          toOrder: checkout[locale].toOrders,
        }}
        problems={problems[locale]}
        first={preview.ok ? shownRequest(preview, locale) : null}
      />
    </section>
  );
}
