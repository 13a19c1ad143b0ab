import { flowPages } from '@/lib/dictionaries/flows';
import type { Locale } from '@/lib/domain/locale';
import type { FlowTexts } from '@/lib/flows/flow';
import { FlowGlyph } from './flow-glyph';

type Props = {
  locale: Locale;
  flow: {
    slug: string;
    texts: Readonly<Record<Locale, Pick<FlowTexts, 'title' | 'summary' | 'useCase'>>>;
    states: Parameters<typeof FlowGlyph>[0]['states'];
  };
};

/** A way to pay on the shelf of all of them: its path, what it is, and who uses it. The whole card leads to its page. */
export function FlowShelfCard({ locale, flow }: Props) {
  const { title, summary, useCase } = flow.texts[locale];
  const texts = flowPages[locale];
  return (
    <li className="border-mist hover:border-ink group relative grid content-start gap-3 rounded-2xl border-2 p-6 transition-colors">
      <FlowGlyph states={flow.states} />
      <h2 className="text-2xl leading-tight font-bold">
        <a
          href={`/${locale}/flows/${flow.slug}`}
          aria-label={texts.open(title)}
          className="decoration-clay decoration-3 underline-offset-4 group-hover:underline after:absolute after:inset-0"
        >
          {title}
        </a>
      </h2>
      <p>{summary}</p>
      <p className="border-maize border-l-4 pl-3 text-base">{useCase}</p>
      <p aria-hidden="true" className="text-clay mt-auto font-semibold">
        {texts.see} →
      </p>
    </li>
  );
}
