import 'server-only';
import type { Route } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { Locale } from '@/lib/domain/locale';

/**
 * How an action leads to the page that shows the payment page in a window. A form that a script sent gets the address
 * and goes there itself (components/store/use-opened.ts says why); a form that the browser sent before the scripts of
 * its page ran is redirected.
 */
export async function leadToWindow(orderId: string, locale: Locale): Promise<{ ok: true; message: string }> {
  const address = `/${locale}/checkout/lightbox/${orderId}`;
  if (!(await headers()).has('next-action')) redirect(address as Route);
  return { ok: true, message: address };
}
