import { LinkButton } from '@/components/ui/link-button';
import { cart } from '@/lib/dictionaries/cart';
import type { Locale } from '@/lib/domain/locale';

export type UnpaidOrder = { readonly id: string; readonly number: string };

type Props = {
  locale: Locale;
  /** What was in the cart, perhaps: an order that waits to be paid. */
  unpaid: UnpaidOrder | null;
};

/** Nothing yet, and where to begin. */
export function CartEmpty({ locale, unpaid }: Props) {
  const texts = cart[locale];
  return (
    <div className="mt-5 grid justify-items-start gap-6">
      {unpaid && (
        <p className="text-xl">
          {texts.unpaid}{' '}
          <a
            href={`/${locale}/orders/${unpaid.id}`}
            className="inline-block py-1 font-semibold underline decoration-2 underline-offset-4"
          >
            {unpaid.number}
          </a>
        </p>
      )}
      <p className="max-w-[46ch] text-xl">{texts.emptyText}</p>
      <LinkButton href={`/${locale}`}>{texts.emptyAction}</LinkButton>
    </div>
  );
}
