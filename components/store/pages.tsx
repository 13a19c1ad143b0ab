type Props = {
  page: number;
  pages: number;
  path: string;
  texts: { label: string; previous: string; next: string };
};

const link =
  'inline-flex min-h-11 items-center font-semibold underline decoration-2 underline-offset-4 hover:text-clay';

/** The way through a long list. Nothing when it fits on one page. */
export function Pages({ page, pages, path, texts }: Props) {
  if (pages <= 1) return null;
  return (
    <nav aria-label={texts.label} className="my-8 flex flex-wrap items-center justify-between gap-4">
      {page > 1 ? (
        <a rel="prev" href={`${path}?page=${page - 1}`} className={link}>
          ← {texts.previous}
        </a>
      ) : (
        <span />
      )}
      <span aria-current="page" className="tabular-nums">
        {page} / {pages}
      </span>
      {page < pages ? (
        <a rel="next" href={`${path}?page=${page + 1}`} className={link}>
          {texts.next} →
        </a>
      ) : (
        <span />
      )}
    </nav>
  );
}
