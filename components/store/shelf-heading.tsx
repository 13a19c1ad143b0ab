import { shop } from '@/lib/dictionaries/shop';
import type { Locale } from '@/lib/domain/locale';
import type { Category } from '@/lib/domain/product';

type Props = { id: string; locale: Locale; category: Category; count: number; level?: 'h1' | 'h2' };

/** The name of a shelf, what is on it, and how much. */
export function ShelfHeading({ id, locale, category, count, level: Level = 'h2' }: Props) {
  const { name, line } = shop[locale].categories[category];
  return (
    <div className="border-ink mb-8 grid items-end gap-x-8 gap-y-1 border-b-2 pb-4 sm:grid-cols-[auto_1fr_auto]">
      <Level id={id} className="scroll-mt-6 text-4xl leading-none font-extrabold tracking-tight sm:text-6xl">
        {name}
      </Level>
      <p className="max-w-[40ch]">{line}</p>
      <p className="text-base tabular-nums">{shop[locale].productCount(count)}</p>
    </div>
  );
}
