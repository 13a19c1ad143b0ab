import type { ReactNode } from 'react';

type Props = { caption: string; columns: readonly string[]; rows: readonly (readonly ReactNode[])[] };

/**
 * Rows under headings. On a narrow screen each row is a card, with its column's name beside every cell; on a wider one
 * it scrolls sideways where it does not fit, by keyboard too. The roles say what it is however it is drawn.
 */
export function Table({ caption, columns, rows }: Props) {
  return (
    <div role="region" aria-label={caption} tabIndex={0} className="mt-4 overflow-x-auto">
      <table role="table" className="w-full border-collapse text-left text-sm max-sm:block">
        <caption className="sr-only">{caption}</caption>
        <thead role="rowgroup" className="max-sm:sr-only">
          <tr role="row">
            {columns.map((column) => (
              <th
                key={column}
                role="columnheader"
                scope="col"
                className="border-edge border-b py-2 pr-4 font-semibold"
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" className="max-sm:grid max-sm:gap-3">
          {rows.map((cells, row) => (
            <tr
              key={row}
              role="row"
              className="max-sm:border-line max-sm:block max-sm:rounded-lg max-sm:border max-sm:p-3"
            >
              {cells.map((cell, column) => (
                <Cell key={column} label={columns[column] ?? ''}>
                  {cell}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The column's name is drawn and not read out: who hears the page hears the heading of the column. */
function Cell({ label, children }: { label: string; children: ReactNode }) {
  const isEmpty = children === null || children === undefined || children === '';
  const narrow = isEmpty
    ? 'max-sm:hidden'
    : "max-sm:before:text-soft max-sm:grid max-sm:grid-cols-[8rem_minmax(0,1fr)] max-sm:gap-3 max-sm:border-0 max-sm:py-1 max-sm:pr-0 max-sm:before:content-[attr(data-label)_/_'']";
  return (
    <td role="cell" data-label={label} className={`border-line border-b py-2 pr-4 tabular-nums ${narrow}`}>
      <div className="max-sm:wrap-anywhere">{children}</div>
    </td>
  );
}
