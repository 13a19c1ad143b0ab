import Link from 'next/link';
import { shop } from '@/lib/dictionaries/shop';
import type { Locale } from '@/lib/domain/locale';
import { categories, type Category } from '@/lib/domain/product';

type Props = {
  locale: Locale;
  /** Null where none of them is what is shown. */
  current: Category | 'all' | null;
};

const pill =
  'inline-flex min-h-11 items-center rounded-full border-2 border-ink px-5 font-semibold hover:bg-ink hover:text-paper ' +
  'aria-[current=page]:bg-ink aria-[current=page]:text-paper';

/** The filter by shelf: links, so that each choice has an address. */
export function CategoryNav({ locale, current }: Props) {
  const texts = shop[locale];
  return (
    <nav aria-label={texts.filterLabel}>
      <ul className="flex flex-wrap gap-2">
        <li>
          <Link
            href={`/${locale}`}
            prefetch={false}
            aria-current={current === 'all' ? 'page' : undefined}
            className={pill}
          >
            {texts.all}
          </Link>
        </li>
        {categories.map((category) => (
          <li key={category}>
            <Link
              href={`/${locale}/categories/${category}`}
              prefetch={false}
              aria-current={current === category ? 'page' : undefined}
              className={pill}
            >
              {texts.categories[category].name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
