'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** False on the server and without JavaScript, true once the page answers: for buttons that are nothing without it. */
export function useInteractive(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
