import { ApiInspector } from '@/components/store/inspector/api-inspector';
import { viewer } from '@/lib/auth';
import { findMandateExchanges, mayInspect } from '@/lib/data/exchanges';
import type { Locale } from '@/lib/domain/locale';
import type { Mandate } from '@/lib/domain/mandate';
import { isOperator } from '@/lib/domain/viewer';
import { env } from '@/lib/env';

/** A charge is a question, two notices, and a look at the gateway of two or three calls: the newest charges. */
const shown = 12;

/** What was said about this agreement, for those who may see it. */
export async function MandateMessages({ locale, mandate }: { locale: Locale; mandate: Mandate }) {
  const seen = await viewer();
  if (!mayInspect(seen)) return null;
  return (
    <ApiInspector
      locale={locale}
      exchanges={await findMandateExchanges(mandate.id, seen, shown)}
      sessions={[]}
      gatewayUrl={env.autopay.url}
      isDemo={!isOperator(seen)}
    />
  );
}
