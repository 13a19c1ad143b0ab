import { formatMoney } from '@/lib/dictionaries/format';
import type { Locale } from '@/lib/domain/locale';
import type { Money } from '@/lib/domain/money';

type Props = { money: Money; locale: Locale; className?: string };

/** An amount of money, with digits that line up under each other. */
export function Price({ money, locale, className = '' }: Props) {
  return <span className={`whitespace-nowrap tabular-nums ${className}`}>{formatMoney(money, locale)}</span>;
}
