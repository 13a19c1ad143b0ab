import { desk } from '@/lib/dictionaries/desk';
import type { Locale } from '@/lib/domain/locale';

const pages = ['orders', 'suspense', 'audit'] as const;

export type DeskPage = (typeof pages)[number];

/** The pages of the operator's desk. */
export function DeskNav({ locale, at }: { locale: Locale; at: DeskPage }) {
  const texts = desk[locale];
  const home = `/${locale}/operator`;
  const paths: Record<DeskPage, string> = {
    orders: home,
    suspense: `${home}/suspense`,
    audit: `${home}/audit`,
  };
  return (
    <nav aria-label={texts.pages} className="mt-4 flex flex-wrap gap-x-6 gap-y-1">
      {pages.map((page) => (
        <a
          key={page}
          href={paths[page]}
          aria-current={page === at ? 'page' : undefined}
          className="aria-[current=page]:border-clay hover:border-mist inline-flex min-h-11 items-center border-b-4 border-transparent font-semibold"
        >
          {texts[page]}
        </a>
      ))}
    </nav>
  );
}
