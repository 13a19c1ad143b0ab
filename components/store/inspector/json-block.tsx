/** What was said, as it was said. Longer than its place it scrolls by itself, also by keyboard. */
export function JsonBlock({ title, value }: { title: string; value: unknown }) {
  return (
    <div className="min-w-0">
      <p className="mb-1 font-semibold">{title}</p>
      <pre role="region" tabIndex={0} aria-label={title} className={codeStyle}>
        {JSON.stringify(value, null, 2)}
      </pre>
    </div>
  );
}

export const codeStyle =
  'border-mist max-h-96 overflow-auto rounded-xl border-2 p-3 font-mono text-sm leading-snug';
