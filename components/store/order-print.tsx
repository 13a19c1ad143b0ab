'use client';

import { Button } from '@/components/ui/button';
import { useInteractive } from './interactive';

/** The receipt on paper: the browser's own print, dressed by the print styles of the page. */
export function OrderPrint({ label }: { label: string }) {
  if (!useInteractive()) return null;
  return (
    <Button type="button" tone="secondary" onClick={() => window.print()}>
      {label}
    </Button>
  );
}
