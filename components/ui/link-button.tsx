import type { Route } from 'next';
import Link from 'next/link';
import type { ComponentProps } from 'react';
import { buttonStyle, type ButtonTone } from './button';

type Props<Path extends string> = Omit<ComponentProps<typeof Link>, 'href'> & {
  href: Route<Path>;
  tone?: ButtonTone;
};

/** A link that looks like a step forward. Pages are fetched when it is followed, unless `prefetch` says otherwise. */
export function LinkButton<Path extends string>({
  href,
  tone,
  className,
  prefetch = false,
  ...link
}: Props<Path>) {
  return <Link href={href as Route} prefetch={prefetch} className={buttonStyle(tone, className)} {...link} />;
}
