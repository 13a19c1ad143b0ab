'use client';

import { useEffect, useRef, type ReactNode } from 'react';

/** False until the first screen is up: a fresh page starts at its top, as every page does. */
let hasScreen = false;

/** The heading of a screen. When a screen replaces another, it takes the focus, so that it is read out. */
export function Heading({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (hasScreen) heading.current?.focus();
    hasScreen = true;
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1} className="text-2xl font-semibold outline-none">
      {children}
    </h1>
  );
}
