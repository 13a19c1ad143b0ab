'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { nextLook } from './look-again';

/**
 * Looks for news of an order that is not settled: the server renders the page again, what changed is announced by
 * the page's live region. A page nobody sees does not ask; it looks at once when it is seen again.
 */
export function OrderLive() {
  const router = useRouter();
  useEffect(() => {
    let looks = 0;
    let timer = setTimeout(look, nextLook(looks));
    function look() {
      if (document.visibilityState === 'visible') router.refresh();
      looks += 1;
      timer = setTimeout(look, nextLook(looks));
    }
    function seen() {
      if (document.visibilityState === 'visible') router.refresh();
    }
    document.addEventListener('visibilitychange', seen);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [router]);
  return null;
}
