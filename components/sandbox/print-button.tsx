'use client';

import { useSyncExternalStore } from 'react';
import { quietLook } from './button';

/** Prints the result. Without JavaScript there is nothing it could do, so it is not there. */
export function PrintButton({ label }: { label: string }) {
  const runs = useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
  if (!runs) return null;
  return (
    <button type="button" onClick={() => window.print()} className={quietLook}>
      {label}
    </button>
  );
}
