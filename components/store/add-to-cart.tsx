'use client';

import { useActionState, useEffect } from 'react';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { emptyForm, type FormState } from '@/lib/domain/form-state';
import type { Locale } from '@/lib/domain/locale';
import { cartChanged } from './visitor';

type Props = {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  locale: Locale;
  productSlug: string;
  most: number;
  texts: { quantity: string; addToCart: string; adding: string; added: string; goToCart: string };
  /** Sentences for what adding can fail with. */
  problems: Readonly<Record<string, string>> & { readonly unexpected: string };
};

/** Puts a product in the cart. Without JavaScript the same form leads to the cart. */
export function AddToCart({ action, locale, productSlug, most, texts, problems }: Props) {
  const [state, submit] = useActionState(action, emptyForm);
  useEffect(() => {
    if (state.ok) dispatchEvent(new Event(cartChanged));
  }, [state]);
  const problem = state.fields.quantity ?? state.problem;
  return (
    <form action={submit} noValidate className="grid gap-3">
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="productSlug" value={productSlug} />
      <div className="flex items-end gap-3">
        <Field
          name="quantity"
          type="number"
          inputMode="numeric"
          min={1}
          max={most}
          step={1}
          defaultValue={state.values.quantity ?? '1'}
          label={texts.quantity}
          aria-describedby="add-to-cart-answer"
          aria-invalid={problem ? true : undefined}
          className="w-24"
        />
        <SubmitButton pendingLabel={texts.adding} className="min-h-12 grow sm:grow-0 sm:px-10">
          {texts.addToCart}
        </SubmitButton>
      </div>
      <p id="add-to-cart-answer" role="status" className="min-h-8 font-semibold">
        {problem && <span className="text-clay">{problems[problem] ?? problems.unexpected}</span>}
        {state.ok && (
          <>
            {texts.added}{' '}
            <a href={`/${locale}/cart`} className="text-clay underline decoration-2 underline-offset-4">
              {texts.goToCart}
            </a>
          </>
        )}
      </p>
    </form>
  );
}
