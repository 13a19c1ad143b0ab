import { LinkButton } from '@/components/ui/link-button';
import { cart } from '@/lib/dictionaries/cart';
import type { Locale } from '@/lib/domain/locale';

/** Nothing yet, and where to begin. */
export function CartEmpty({ locale }: { locale: Locale }) {
  const texts = cart[locale];
  return (
    <div className="mt-5 grid justify-items-start gap-6">
      <p className="max-w-[46ch] text-xl">{texts.emptyText}</p>
      <LinkButton href={`/${locale}`}>{texts.emptyAction}</LinkButton>
    </div>
  );
}
