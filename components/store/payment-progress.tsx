import { checkout } from '@/lib/dictionaries/checkout';
import type { Locale } from '@/lib/domain/locale';

const stages = ['cart', 'buyer', 'pay', 'done'] as const;

export type Stage = (typeof stages)[number];

/** Where the buyer is on the way from the cart to the receipt. Once there is an order the cart is empty, and no way back. */
export function PaymentProgress({ locale, at }: { locale: Locale; at: Stage }) {
  const texts = checkout[locale].steps;
  return (
    <ol aria-label={texts.label} className="my-6 flex flex-wrap gap-x-2 gap-y-1 text-base">
      {stages.map((stage, index) => (
        <li
          key={stage}
          aria-current={stage === at ? 'step' : undefined}
          className={`flex items-center gap-2 ${stage === at ? 'font-bold' : 'opacity-80'}`}
        >
          {index > 0 && (
            <span aria-hidden="true" className="text-clay">
              ⟩
            </span>
          )}
          {stage === 'cart' && at === 'buyer' ? (
            <a href={`/${locale}/cart`} className="underline decoration-2 underline-offset-4">
              {texts[stage]}
            </a>
          ) : (
            texts[stage]
          )}
        </li>
      ))}
    </ol>
  );
}
