import type { ShownField } from '@/lib/sandbox/hosted-view';

type Props = { heading: string; fields: readonly ShownField[] };

/** The merchant's extra fields, where their `displayOn` shows them. */
export function ShownFields({ heading, fields }: Props) {
  if (fields.length === 0) return null;
  return (
    <section className="border-line mt-6 border-t pt-4">
      <h2 className="text-sm font-semibold">{heading}</h2>
      <dl className="mt-2 grid gap-2 text-sm">
        {fields.map(({ keyword, text }) => (
          <div key={keyword} className="flex flex-wrap justify-between gap-x-4">
            <dt className="text-soft">{keyword}</dt>
            <dd className="break-words">{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
