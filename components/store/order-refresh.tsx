import { orders } from '@/lib/dictionaries/orders';
import type { Locale } from '@/lib/domain/locale';
import { OrderLive } from './order-live';

/** How the page keeps up: by itself with JavaScript, by reloading itself without, and by a link in any case. */
export function OrderRefresh({ locale, path }: { locale: Locale; path: string }) {
  const texts = orders[locale];
  return (
    <p className="w-full text-base opacity-90">
      <OrderLive />
      <noscript>
        <meta httpEquiv="refresh" content={`15;url=${path}`} />
      </noscript>
      {texts.refreshes}{' '}
      <a href={path} className="inline-block py-2 underline decoration-2 underline-offset-4">
        {texts.refreshNow}
      </a>
    </p>
  );
}
