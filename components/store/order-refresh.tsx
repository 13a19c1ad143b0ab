import { orders } from '@/lib/dictionaries/orders';
import type { Locale } from '@/lib/domain/locale';
import { OrderLive } from './order-live';

type Props = { locale: Locale; path: string; /** How things stand, in one word. */ standing: string };

/**
 * How the page keeps up: by itself with JavaScript, by reloading itself without, and by a link in any case. Whenever the
 * standing changes more news is near, and it looks often again.
 */
export function OrderRefresh({ locale, path, standing }: Props) {
  const texts = orders[locale];
  return (
    <p className="w-full text-base opacity-90">
      <OrderLive key={standing} />
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
