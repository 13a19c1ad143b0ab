type Props = { rows: readonly (readonly [term: string, fact: string])[] };

/** Terms and what they are, side by side. */
export function Facts({ rows }: Props) {
  return (
    <dl className="border-line mt-6 grid gap-3 border-y py-4 text-sm">
      {rows.map(([term, fact]) => (
        <div key={term} className="grid grid-cols-2 gap-4">
          <dt className="text-soft">{term}</dt>
          <dd className="text-right break-words tabular-nums">{fact}</dd>
        </div>
      ))}
    </dl>
  );
}
