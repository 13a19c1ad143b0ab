import { ApiInspector } from '@/components/store/inspector/api-inspector';
import { viewer } from '@/lib/auth';
import { findExchanges, mayInspect } from '@/lib/data/exchanges';
import { inspector } from '@/lib/dictionaries/inspector';
import type { Locale } from '@/lib/domain/locale';
import type { Order } from '@/lib/domain/order';
import { isOperator } from '@/lib/domain/viewer';
import { env } from '@/lib/env';

type Props = { locale: Locale; order: Order };

/** The newest is what people look for; the rest is one link away, so that the order's own page stays light. */
const shown = 6;

/** What was said about this order, for those who may see it. */
export async function OrderMessages({ locale, order }: Props) {
  const seen = await viewer();
  if (!mayInspect(seen)) return null;
  const { list, more } = await findExchanges(order.id, seen, { limit: shown });
  const texts = inspector[locale];
  return (
    <ApiInspector
      locale={locale}
      exchanges={list}
      sessions={order.sessions}
      gatewayUrl={env.placetopay.url}
      isDemo={!isOperator(seen)}
    >
      <p className="mt-4 flex flex-wrap gap-x-6 gap-y-2">
        {more && (
          <a href={`/${locale}/orders/${order.id}/messages`} className={linkStyle}>
            {texts.all}
          </a>
        )}
        <SupportLink locale={locale} orderId={order.id} />
      </p>
    </ApiInspector>
  );
}

export function SupportLink({ locale, orderId }: { locale: Locale; orderId: string }) {
  const texts = inspector[locale];
  return (
    <span>
      <a href={`/${locale}/orders/${orderId}/support`} download className={linkStyle}>
        {texts.download}
      </a>
      <span className="block text-base">{texts.downloadHint}</span>
    </span>
  );
}

const linkStyle = 'inline-block py-2 font-semibold underline decoration-2 underline-offset-4 hover:text-clay';
