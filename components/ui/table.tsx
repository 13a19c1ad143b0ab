import type { ComponentProps, ReactNode } from 'react';

type Props = { caption: string; head: readonly ReactNode[]; children: ReactNode };

/**
 * Rows under a header, and on a narrow screen one card for each row, where every value stands beside its column's name.
 * Wider than its place, it scrolls by itself, also by keyboard. The roles say what it is however it is drawn.
 */
export function Table({ caption, head, children }: Props) {
  return (
    <div role="group" aria-label={caption} tabIndex={0} className="overflow-x-auto">
      <table role="table" className="w-full border-collapse text-left max-sm:block">
        <caption className="sr-only">{caption}</caption>
        <thead role="rowgroup" className="max-sm:sr-only">
          <tr role="row">
            {head.map((cell, index) => (
              <th
                key={index}
                role="columnheader"
                scope="col"
                className="border-ink border-b-2 py-2 pr-4 text-sm font-semibold"
              >
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" className="max-sm:grid max-sm:gap-3">
          {children}
        </tbody>
      </table>
    </div>
  );
}

export function Row(row: Omit<ComponentProps<'tr'>, 'className' | 'role'>) {
  return (
    <tr
      role="row"
      className="max-sm:border-mist max-sm:block max-sm:rounded-2xl max-sm:border-2 max-sm:p-4"
      {...row}
    />
  );
}

type CellProps = {
  /** The name of its column, which a narrow screen shows beside it. */
  label?: string;
  className?: string;
  children?: ReactNode;
};

export function Cell({ label, className = '', children }: CellProps) {
  return (
    <td
      role="cell"
      data-label={label}
      className={`${cellStyle} ${shapeOf({ label, children })} ${className}`}
    >
      {label ? <div className="min-w-0">{children}</div> : children}
    </td>
  );
}

/** A narrow screen leaves out what has no value. */
function shapeOf({ label, children }: CellProps): string {
  if (children === null || children === undefined) return 'max-sm:hidden';
  return label ? labelled : 'max-sm:block';
}

const cellStyle = 'border-mist border-b py-3 pr-4 align-top max-sm:border-0 max-sm:py-1 max-sm:pr-0';

const labelled =
  'max-sm:grid max-sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)] max-sm:items-baseline max-sm:gap-x-4 ' +
  'max-sm:before:font-sans max-sm:before:text-sm max-sm:before:font-normal max-sm:before:whitespace-normal ' +
  'max-sm:before:opacity-85 max-sm:before:content-[attr(data-label)]';
