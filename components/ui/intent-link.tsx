'use client';

import type { Route } from 'next';
import Link from 'next/link';
import { useState, type ComponentProps } from 'react';

type Props<Path extends string> = Omit<ComponentProps<typeof Link>, 'href'> & { href: Route<Path> };

/** A link whose page is fetched when somebody points at it, not because it came into view. */
export function IntentLink<Path extends string>({ href, ...link }: Props<Path>) {
  const [meant, setMeant] = useState(false);
  const mean = () => setMeant(true);
  return (
    <Link
      {...link}
      href={href as Route}
      prefetch={meant ? null : false}
      onPointerEnter={mean}
      onFocus={mean}
    />
  );
}
