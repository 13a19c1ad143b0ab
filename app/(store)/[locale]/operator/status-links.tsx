import { desk } from '@/lib/dictionaries/desk';
import { orders } from '@/lib/dictionaries/orders';
import type { Locale } from '@/lib/domain/locale';
import { standingOf } from '@/lib/domain/order-standing';
import { orderStatuses, type OrderStatus } from '@/lib/domain/order';
import { deskAddress } from './read-desk-query';

type Props = { locale: Locale; path: string; status: OrderStatus | undefined };

/** One list per status. Links, so that each has an address. */
export function StatusLinks({ locale, path, status }: Props) {
  const texts = desk[locale];
  const choices = [undefined, ...orderStatuses];
  return (
    <nav aria-label={texts.byStatus} className="my-3 flex flex-wrap gap-2">
      {choices.map((choice) => (
        <a
          key={choice ?? 'all'}
          href={deskAddress(path, { status: choice, after: undefined })}
          aria-current={choice === status ? 'true' : undefined}
          className="border-mist hover:border-ink aria-[current]:bg-ink aria-[current]:text-paper inline-flex min-h-11 items-center rounded-full border-2 px-4 text-base font-semibold"
        >
          {choice ? orders[locale].standings[standingOf[choice]].badge : texts.all}
        </a>
      ))}
    </nav>
  );
}
