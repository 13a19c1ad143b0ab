'use client';

import { createContext, useContext, useEffect, useSyncExternalStore, type ReactNode } from 'react';
import type { NotifyData } from '@/lib/sandbox/lightbox/notify-data';
import { buttonLook } from './button';
import { emit, isInside, mustRedirect, shopWindow } from './frame-messages';

type Props = {
  notifyData: NotifyData;
  /** The session has its result: the shop is told. */
  over: boolean;
  /** Where the payer leaves to at once, because nothing is left for him to read; null where he still reads. */
  leaveTo: string | null;
  children: ReactNode;
};

const Told = createContext<NotifyData | null>(null);

/**
 * What a shop that frames this page is told: `response` with the notification when there is a result, `close` when
 * the payer goes. Source: https://docs.placetopay.dev/checkout/lightbox
 */
export function Frame({ notifyData, over, leaveTo, children }: Props) {
  const { signature } = notifyData;
  useEffect(() => {
    if (mustRedirect()) {
      emit(window.parent, { type: 'placetopay-lightbox:redirect', url: window.location.href });
      return;
    }
    const shop = shopWindow();
    if (shop && (over || leaveTo !== null)) emitOnce(shop, notifyData);
    if (leaveTo === null) return;
    if (shop) leaveBy(shop, notifyData, leaveTo);
    else window.location.replace(leaveTo);
    // The signature stands for the rest: it changes when the status does.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [signature, over, leaveTo]);
  return <Told value={notifyData}>{children}</Told>;
}

type ReturnProps = { href: string; look?: string; children: ReactNode };

/** "Back to the shop": a message where the shop is around this page, and an ordinary link everywhere else. */
export function ReturnLink({ href, look = buttonLook, children }: ReturnProps) {
  const notifyData = useContext(Told);
  return (
    <a
      href={href}
      className={look}
      onClick={(event) => {
        const shop = shopWindow();
        if (!shop || !notifyData) return;
        event.preventDefault();
        leaveBy(shop, notifyData, href);
      }}
    >
      {children}
    </a>
  );
}

/** True in a frame or a popup of a shop; never on the server, and so never without JavaScript. */
export function useFramed(): boolean {
  return useSyncExternalStore(
    () => () => undefined,
    isInside,
    () => false,
  );
}

let told = '';

/** React runs an effect twice in development, and a page may be drawn again. */
function emitOnce(shop: Window, notifyData: NotifyData): void {
  if (told === notifyData.signature) return;
  told = notifyData.signature;
  emit(shop, { type: 'response', payload: notifyData });
}

/** A shop that listens takes this page away. One that does not is gone to, a moment later. */
function leaveBy(shop: Window, notifyData: NotifyData, href: string): void {
  emit(shop, { type: 'close', payload: notifyData });
  setTimeout(() => window.location.assign(href), 2_000);
}
