'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { inputStyle } from '@/components/ui/field-frame';
import { useInteractive } from './interactive';

type Props = {
  url: string;
  texts: { title: string; body: string; label: string; copy: string; copied: string };
};

/** The only way back for somebody without an account: to read, to select, to copy. */
export function OrderLink({ url, texts }: Props) {
  const [copied, setCopied] = useState(false);
  const interactive = useInteractive();
  return (
    <section className="border-mist my-6 rounded-2xl border-2 p-5 print:hidden">
      <h2 className="text-xl font-bold">{texts.title}</h2>
      <p className="mb-3 max-w-prose text-base">{texts.body}</p>
      <div className="flex flex-wrap gap-3">
        <input
          readOnly
          value={url}
          aria-label={texts.label}
          className={`${inputStyle} grow basis-60`}
          onFocus={(event) => event.currentTarget.select()}
        />
        {interactive && (
          <Button
            type="button"
            tone="secondary"
            onClick={() =>
              void navigator.clipboard.writeText(url).then(
                () => setCopied(true),
                () => setCopied(false),
              )
            }
          >
            {texts.copy}
          </Button>
        )}
      </div>
      <p role="status" className="mt-2 text-base font-semibold empty:hidden">
        {copied ? texts.copied : ''}
      </p>
    </section>
  );
}
