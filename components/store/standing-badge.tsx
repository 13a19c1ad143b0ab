import { Badge, type BadgeTone } from '@/components/ui/badge';
import { orders } from '@/lib/dictionaries/orders';
import type { Locale } from '@/lib/domain/locale';
import type { Standing } from '@/lib/domain/order-standing';
import { looks, type Look } from '@/lib/domain/order-look';

const tones: Record<Look['tone'], BadgeTone> = {
  good: 'good',
  waiting: 'waiting',
  bad: 'bad',
  open: 'plain',
};

/** Where an order stands, in the same word and colour wherever it is named. */
export function StandingBadge({ locale, standing }: { locale: Locale; standing: Standing }) {
  return <Badge tone={tones[looks[standing].tone]}>{orders[locale].standings[standing].badge}</Badge>;
}
