import type { ComponentProps, ReactNode } from 'react';

type Props = { caption: string; head: readonly ReactNode[]; children: ReactNode };

/** Rows under a header. Wider than its place, it scrolls by itself, also by keyboard. */
export function Table({ caption, head, children }: Props) {
  return (
    <div role="region" aria-label={caption} tabIndex={0} className="overflow-x-auto">
      <table className="w-full border-collapse text-left">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {head.map((cell, index) => (
              <th key={index} scope="col" className="border-ink border-b-2 py-2 pr-4 text-sm font-semibold">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

export function Cell({ className = '', ...cell }: ComponentProps<'td'>) {
  return <td className={`border-mist border-b py-3 pr-4 align-top ${className}`} {...cell} />;
}
