import { toQuestion } from '@/components/store/answer-field';
import { visitor, viewer } from '@/lib/auth';
import { randomId } from '@/lib/data/random';
import { checkout } from '@/lib/dictionaries/checkout';
import { flowPages } from '@/lib/dictionaries/flows';
import { mandates } from '@/lib/dictionaries/mandates';
import { problems } from '@/lib/dictionaries/problems';
import type { Locale } from '@/lib/domain/locale';
import { initialMandateAnswers, mandateCurrency } from '@/lib/domain/mandate-answers';
import { autopay } from '@/lib/flows/autopay';
import { previewMandate } from '@/lib/use-cases/preview-mandate';
import { AgreeForm } from './agree-form';
import { shownMandate } from './shown-mandate';

/** Agreeing: what is asked, what would be sent and when it would charge, and the button; a guest is told to sign in. */
export async function AgreeSection({ locale }: { locale: Locale }) {
  const texts = flowPages[locale];
  const own = mandates[locale];
  const preview = previewMandate({ answers: null, locale, visitor: await visitor() });
  const initial = initialMandateAnswers(new Date());
  const isGuest = (await viewer()).kind === 'guest';
  return (
    <section aria-labelledby="try" className="border-ink mt-16 border-t-2 pt-8">
      <h2 id="try" className="text-4xl leading-tight font-extrabold tracking-tight">
        {texts.sample.title}
      </h2>
      <p className="mt-2 mb-8 max-w-[60ch]">{own.flow.tryIntro}</p>
      <AgreeForm
        hidden={{ locale, attemptKey: randomId() }}
        questions={autopay.fields.map((field) => toQuestion(field, locale, initial[field.name]))}
        guest={isGuest ? { text: own.flow.guest, link: own.signInLink } : null}
        texts={{
          ...texts.sample,
          ...own.flow.form,
          request: {
            ...texts.request,
            intro: own.flow.requestIntro,
            schedule: own.flow.schedule(mandateCurrency),
          },
          failures: own.problems,
          gatewaySays: checkout[locale].gatewaySays,
          toOrder: own.link,
        }}
        problems={problems[locale]}
        first={preview.ok ? shownMandate(preview, locale) : null}
      />
    </section>
  );
}
