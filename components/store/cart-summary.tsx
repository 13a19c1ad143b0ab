import { buttonStyle } from '@/components/ui/button';
import { cart } from '@/lib/dictionaries/cart';
import { cartTotal, type CartLine } from '@/lib/domain/cart';
import type { Locale } from '@/lib/domain/locale';
import { mayCheckOut } from './cart-standing';
import { Price } from './price';

/** What it comes to, and the way on. */
export function CartSummary({ lines, locale }: { lines: readonly CartLine[]; locale: Locale }) {
  const texts = cart[locale];
  return (
    <section
      aria-labelledby="cart-summary"
      className="border-ink grid gap-4 rounded-2xl border-2 p-6 lg:sticky lg:top-6"
    >
      <h2 id="cart-summary" className="text-xl font-bold">
        {texts.summary}
      </h2>
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span>{texts.total}</span>
        <Price money={cartTotal(lines)} locale={locale} className="text-3xl font-extrabold" />
      </p>
      <p className="text-base">{texts.taxNote}</p>
      {mayCheckOut(lines) ? (
        <>
          <a href={`/${locale}/checkout`} className={buttonStyle('primary', 'min-h-12')}>
            {texts.checkout}
          </a>
          <p className="text-base">{texts.checkoutNote}</p>
        </>
      ) : (
        <p className="border-maize border-l-8 pl-4 font-semibold">{texts.blocked}</p>
      )}
    </section>
  );
}
