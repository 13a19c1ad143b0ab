'use client';

import { startTransition, useActionState, useEffect, useOptimistic, useRef, useState } from 'react';
import { cart } from '@/lib/dictionaries/cart';
import { formatMoney } from '@/lib/dictionaries/format';
import { cartTotal, changeQuantity, type CartLine } from '@/lib/domain/cart';
import { emptyForm, type FormState } from '@/lib/domain/form-state';
import type { Locale } from '@/lib/domain/locale';
import { CartEmpty, type UnpaidOrder } from './cart-empty';
import { CartRow } from './cart-row';
import { mostOf, readQuantity } from './cart-standing';
import { CartSummary } from './cart-summary';
import { cartChanged } from './visitor';

type Props = {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  locale: Locale;
  lines: readonly CartLine[];
  unpaid: UnpaidOrder | null;
  problems: Readonly<Record<string, string>> & { readonly unexpected: string };
};

/**
 * The cart shows a change before the server has agreed, and takes it back in words when it does not. Every change
 * is an ordinary form, so the same cart works without JavaScript.
 */
export function CartView({ action, locale, lines: saved, unpaid, problems }: Props) {
  const [state, submit, isWaiting] = useActionState(action, emptyForm);
  const [lines, expect] = useOptimistic(saved, changeQuantity);
  const [said, say] = useState('');
  const title = useRef<HTMLHeadingElement>(null);
  const texts = cart[locale];

  useEffect(() => {
    if (state.ok) dispatchEvent(new Event(cartChanged));
  }, [state]);

  function change(form: FormData) {
    const line = lines.find(({ productSlug }) => productSlug === form.get('productSlug'));
    const quantity = readQuantity(form.get('quantity'));
    const isPossible = line !== undefined && quantity !== null && quantity <= mostOf(line);
    const after = isPossible ? { productSlug: line.productSlug, quantity } : null;
    if (isPossible && after) say(announce(locale, line, quantity, changeQuantity(lines, after)));
    startTransition(() => {
      if (after) expect(after);
      submit(form);
    });
    if (quantity === 0) title.current?.focus();
  }

  const problem = state.fields.quantity ?? state.problem;
  const sentence = problem ? (problems[problem] ?? problems.unexpected) : null;
  return (
    <>
      <h1
        ref={title}
        tabIndex={-1}
        className="text-5xl leading-none font-extrabold tracking-tight outline-none sm:text-6xl"
      >
        {lines.length > 0 ? texts.title : texts.emptyTitle}
      </h1>
      <p role="status" className="sr-only">
        {isWaiting ? said : (sentence ?? said)}
      </p>
      {lines.length === 0 && <CartEmpty locale={locale} unpaid={unpaid} />}
      {lines.length > 0 && (
        <div className="mt-8 grid items-start gap-10 lg:grid-cols-[2fr_1fr]">
          <ul aria-label={texts.linesLabel} className="border-ink border-t-2">
            {lines.map((line) => (
              <CartRow
                key={line.productSlug}
                line={line}
                locale={locale}
                action={submit}
                onChange={change}
                problem={state.values.productSlug === line.productSlug ? sentence : null}
              />
            ))}
          </ul>
          <CartSummary lines={lines} locale={locale} />
        </div>
      )}
    </>
  );
}

function announce(locale: Locale, line: CartLine, quantity: number, after: readonly CartLine[]): string {
  const texts = cart[locale];
  const total = formatMoney(cartTotal(after), locale);
  const name = line.name[locale];
  return quantity === 0 ? texts.removed(name, total) : texts.changed(name, texts.units(quantity), total);
}
