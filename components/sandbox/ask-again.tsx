'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Draws the page again every so many seconds, until the screen it stands on is replaced. */
export function AskAgain({ seconds }: { seconds: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), seconds * 1_000);
    return () => clearInterval(timer);
  }, [router, seconds]);
  return (
    <noscript>
      <meta httpEquiv="refresh" content={String(seconds)} />
    </noscript>
  );
}
