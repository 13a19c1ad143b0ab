import { checkout } from '@/lib/dictionaries/checkout';
import type { Locale } from '@/lib/domain/locale';
import type { Flow } from '@/lib/flows/flow';

type Props = { locale: Locale; flow: Flow; href: string };

/** A way to pay: what it is called, what it means, and the whole card leads to it. */
export function FlowCard({ locale, flow, href }: Props) {
  const { title, summary } = flow.texts[locale];
  return (
    <li className="border-mist hover:border-ink relative rounded-2xl border-2 p-6 transition-colors">
      <h2 className="text-2xl font-bold">
        <a
          href={href}
          aria-label={checkout[locale].choose.pick(title)}
          className="after:absolute after:inset-0"
        >
          {title}
        </a>
      </h2>
      <p className="mt-1 max-w-prose">{summary}</p>
    </li>
  );
}
