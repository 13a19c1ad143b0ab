'use client';

import { useEffect } from 'react';
import type { FormState } from '@/lib/domain/form-state';

/**
 * Goes to the page that shows the payment page in a window. By address and not by the router: a page that is only
 * drawn anew keeps the policy of the one before, and that one frames nothing.
 */
export function useOpened({ ok, message }: FormState): void {
  useEffect(() => {
    if (ok && message?.startsWith('/')) window.location.assign(message);
  }, [ok, message]);
}
