import { Fragment, type ReactNode } from 'react';

/** Names and values, as people compare them with a bank statement. A fact nobody knows is left out; on a narrow screen each value has a line of its own. */
export function Facts({ facts }: { facts: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className="grid grid-cols-1 gap-x-5 text-base sm:grid-cols-[auto_1fr] sm:gap-y-1">
      {facts
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(([name, value]) => (
          <Fragment key={name}>
            <dt className="opacity-85">{name}</dt>
            <dd className="mb-2 min-w-0 font-semibold break-words tabular-nums last:mb-0 sm:mb-0">{value}</dd>
          </Fragment>
        ))}
    </dl>
  );
}
