/**
 * The messages of PlacetoPay's lightbox, as its npm package sends and reads them. Source:
 * https://docs.placetopay.dev/checkout/lightbox
 */

type Message =
  { type: 'response' | 'close'; payload: object } | { type: 'placetopay-lightbox:redirect'; url: string };

/** To whoever is around: the page cannot know on which address its shop stands. */
export function emit(target: Window, message: Message): void {
  target.postMessage({ preventClose: false, ...message }, '*');
}

/** The shop's window: what opened this one, or what frames it. */
export function shopWindow(): Window | null {
  const opener = window.opener as Window | null;
  if (opener && opener !== window) return opener;
  return window.parent === window ? null : window.parent;
}

export function isInside(): boolean {
  return shopWindow() !== null;
}

/** Safari keeps no cookies for a page inside another site's: the shop is asked to go there itself. */
export function mustRedirect(): boolean {
  return window.parent !== window && isSafariOrIOS(window.navigator.userAgent);
}

/** Exported for its test. */
export function isSafariOrIOS(userAgent: string): boolean {
  if (/iPad|iPhone|iPod/.test(userAgent)) return true;
  return /safari/i.test(userAgent) && !/chrome|chromium|android|crios|fxios|edg/i.test(userAgent);
}
