import { Fragment, type ReactNode } from 'react';

/** Names and values, as people compare them with a bank statement. A fact nobody knows is left out. */
export function Facts({ facts }: { facts: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] gap-x-5 gap-y-1 text-base sm:grid-cols-[auto_1fr]">
      {facts
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(([name, value]) => (
          <Fragment key={name}>
            <dt className="opacity-85">{name}</dt>
            <dd className="min-w-0 font-semibold break-words tabular-nums">{value}</dd>
          </Fragment>
        ))}
    </dl>
  );
}
