'use client';

import { useState } from 'react';
import { useInteractive } from '../interactive';

type Props = {
  /** The element whose text is copied. */
  from: string;
  /** What the button is called for those who cannot see what it stands beside. */
  name: string;
  texts: { copy: string; copied: string; failed: string };
};

/** Copies what stands on the page anyway; without JavaScript there is the page. */
export function CopyButton({ from, name, texts }: Props) {
  const [said, setSaid] = useState('');
  const interactive = useInteractive();
  if (!interactive) return null;
  const copy = () =>
    navigator.clipboard.writeText(document.getElementById(from)?.textContent ?? '').then(
      () => setSaid(texts.copied),
      () => setSaid(texts.failed),
    );
  return (
    <>
      <button
        type="button"
        aria-label={`${texts.copy} ${name}`}
        onClick={() => void copy()}
        className="text-clay hover:text-ink min-h-11 font-semibold underline decoration-2 underline-offset-4"
      >
        {texts.copy}
      </button>
      <span role="status" className="text-base font-semibold empty:hidden">
        {said}
      </span>
    </>
  );
}
