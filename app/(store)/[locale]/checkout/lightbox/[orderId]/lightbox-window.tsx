'use client';

import '@placetopay/lightbox-sdk/dist/styles.css';
import { useCallback, useEffect, useRef } from 'react';
import { buttonStyle } from '@/components/ui/button';

type Props = {
  processUrl: string;
  /** Where a post asks the gateway what became of the payment, and goes on to the order. */
  finishPath: string;
  texts: { frame: string; amount: string; close: string; open: string; instead: string; done: string };
};

/**
 * The payment page in a window above this one, by PlacetoPay's own library. The library believes every message that any
 * window sends it, so nothing of a message is used: whichever arrives, and whoever closes the window, we go and ask.
 */
export function LightboxWindow({ processUrl, finishPath, texts }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const way = useRef<HTMLFormElement>(null);
  const finish = useCallback(() => way.current?.requestSubmit(), []);
  const open = useCallback(async () => {
    const element = place.current;
    if (!element || element.childElementCount > 0) return;
    dialog.current?.showModal();
    const { createLightbox } = await import('@placetopay/lightbox-sdk');
    // Its own button would only take the frame away and tell nobody; ours is the dialog's.
    createLightbox(processUrl, { element, closeButton: false, callbacks: { close: finish } }).open();
    const frame = element.querySelector('iframe');
    if (frame) frame.title = texts.frame;
  }, [processUrl, finish, texts.frame]);
  useEffect(() => void open(), [open]);
  return (
    <>
      <div className="flex flex-wrap items-center gap-3">
        <button type="button" onClick={() => void open()} className={buttonStyle('primary')}>
          {texts.open}
        </button>
        <a href={processUrl} className={buttonStyle('secondary')}>
          {texts.instead}
        </a>
        <form ref={way} action={finishPath} method="post">
          <button className={buttonStyle('quiet')}>{texts.done}</button>
        </form>
      </div>
      <dialog
        ref={dialog}
        aria-label={texts.frame}
        onClose={finish}
        className="border-mist bg-paper text-ink backdrop:bg-ink/70 dark:backdrop:bg-paper/80 m-auto h-dvh max-h-none w-full max-w-none flex-col overflow-hidden p-0 open:flex sm:h-[min(92dvh,54rem)] sm:max-w-2xl sm:rounded-2xl dark:border-2"
      >
        <div className="border-mist flex items-center justify-between gap-4 border-b-2 px-4 py-2">
          <strong className="text-lg tabular-nums">{texts.amount}</strong>
          <button type="button" onClick={() => dialog.current?.close()} className={buttonStyle('quiet')}>
            {texts.close}
          </button>
        </div>
        <div
          ref={place}
          className="relative min-h-0 grow [&_iframe]:max-h-none! [&_iframe]:max-w-none! [&_iframe]:shadow-none!"
        />
      </dialog>
    </>
  );
}
