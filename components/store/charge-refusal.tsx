import { Notice } from '@/components/ui/notice';
import { charge } from '@/lib/dictionaries/charge';
import type { Locale } from '@/lib/domain/locale';
import type { Order } from '@/lib/domain/order';
import { attempts } from '@/lib/domain/transaction';

/** Why a bank did not let a kept card be charged, in words and with what can be done about it. */
export function ChargeRefusal({ locale, order }: { locale: Locale; order: Order }) {
  const last = order.sessions.at(-1);
  if (!last?.charge || last.status !== 'REJECTED') return null;
  const texts = charge[locale];
  const reasons: Readonly<Record<string, string>> = texts.reasons;
  const reason = attempts(last.transactions).at(-1)?.reason ?? '';
  return (
    <Notice tone="info" title={texts.why} className="my-6">
      <p>{Object.hasOwn(reasons, reason) ? reasons[reason] : texts.otherReason}</p>
    </Notice>
  );
}
