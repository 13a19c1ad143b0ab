import Link from 'next/link';
import type { ComponentProps } from 'react';
import { buttonStyle, type ButtonTone } from './button';

type Props = ComponentProps<typeof Link> & { tone?: ButtonTone };

/** A link that looks like a step forward. Pages are fetched when it is followed, unless `prefetch` says otherwise. */
export function LinkButton({ tone, className, prefetch = false, ...link }: Props) {
  return <Link prefetch={prefetch} className={buttonStyle(tone, className)} {...link} />;
}
