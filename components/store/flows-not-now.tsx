import { checkout } from '@/lib/dictionaries/checkout';
import type { Locale } from '@/lib/domain/locale';
import type { Flow } from '@/lib/flows/flow';

/** The ways in which this order cannot be paid, and why, so that nobody looks for them. */
export function FlowsNotNow({ locale, flows }: { locale: Locale; flows: readonly Flow[] }) {
  const texts = checkout[locale].choose;
  if (flows.length === 0) return null;
  return (
    <section aria-labelledby="not-now" className="mt-10">
      <h2 id="not-now" className="mb-3 text-xl font-bold">
        {texts.others}
      </h2>
      <ul className="divide-mist border-mist divide-y-2 border-y-2 text-base">
        {flows.map(({ slug, texts: words }) => (
          <li key={slug} className="grid gap-x-6 py-3 sm:grid-cols-[14rem_1fr]">
            <a
              href={`/${locale}/flows/${slug}`}
              aria-label={texts.about(words[locale].title)}
              className="font-semibold underline decoration-2 underline-offset-4"
            >
              {words[locale].title}
            </a>
            <span>{words[locale].unavailable}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
