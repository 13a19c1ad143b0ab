'use client';

import type { FormEvent, ReactNode } from 'react';
import { inputStyle } from '@/components/ui/field-frame';
import { cart } from '@/lib/dictionaries/cart';
import { formatMoney } from '@/lib/dictionaries/format';
import { lineTotal, type CartLine } from '@/lib/domain/cart';
import type { Locale } from '@/lib/domain/locale';
import { lineStanding, mostOf } from './cart-standing';
import { Picture } from './picture';
import { Price } from './price';

type Props = {
  line: CartLine;
  locale: Locale;
  action: (form: FormData) => void;
  /** What JavaScript does instead of posting the form. */
  onChange: (form: FormData) => void;
  /** Why the last change of this line was refused. */
  problem: string | null;
};

/** One product of the cart: how many, and what that comes to. */
export function CartRow({ line, locale, action, onChange, problem }: Props) {
  const texts = cart[locale];
  const name = line.name[locale];
  const trouble = problem ?? standingSentence(line, locale);
  const problemId = `${line.productSlug}-problem`;
  const form = { productSlug: line.productSlug, locale, action, onChange };
  return (
    <li className="border-mist grid grid-cols-[5.5rem_1fr] gap-x-4 gap-y-3 border-b py-5 sm:grid-cols-[9rem_1fr] sm:gap-x-6">
      <Picture src={line.image} alt="" className="rounded-xl" />
      <div className="grid content-start gap-3">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <h2 className="text-xl leading-tight font-bold">
            <a
              href={`/${locale}/products/${line.productSlug}`}
              className="decoration-clay decoration-2 underline-offset-4 hover:underline"
            >
              {name}
            </a>
          </h2>
          <Price money={lineTotal(line)} locale={locale} className="font-bold" />
        </div>
        <p className="text-base">{texts.unitPrice(formatMoney(line.unit, locale))}</p>
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <div className="flex items-center gap-1">
            <Step
              {...form}
              quantity={line.quantity - 1}
              isOpen={line.quantity > 1}
              label={texts.oneLess(name)}
            >
              −
            </Step>
            <QuantityForm
              {...form}
              line={line}
              label={texts.quantityOf(name)}
              problemId={trouble && problemId}
            />
            <Step
              {...form}
              quantity={line.quantity + 1}
              isOpen={line.quantity < mostOf(line)}
              label={texts.oneMore(name)}
            >
              +
            </Step>
          </div>
          <ChangeForm {...form}>
            <button
              name="quantity"
              value="0"
              aria-label={texts.removeName(name)}
              className="decoration-mist hover:decoration-ink min-h-11 text-base font-semibold underline decoration-2 underline-offset-4"
            >
              {texts.remove}
            </button>
          </ChangeForm>
        </div>
        {trouble && (
          <p id={problemId} className="text-clay flex gap-1.5 text-base font-semibold">
            <span aria-hidden="true">▲</span>
            {trouble}
          </p>
        )}
      </div>
    </li>
  );
}

function standingSentence(line: CartLine, locale: Locale): string | null {
  const texts = cart[locale];
  return { fine: null, sold_out: texts.soldOut, not_enough: texts.onlyLeft(line.stock) }[lineStanding(line)];
}

type Change = Pick<Props, 'locale' | 'action' | 'onChange'> & { productSlug: string };

function ChangeForm({ locale, productSlug, action, onChange, children }: Change & { children: ReactNode }) {
  function intercept(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    onChange(new FormData(event.currentTarget, submitter));
  }
  return (
    <form action={action} onSubmit={intercept} noValidate>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="productSlug" value={productSlug} />
      {children}
    </form>
  );
}

type StepProps = Change & { quantity: number; isOpen: boolean; label: string; children: ReactNode };

/** One more or one less. At the bound it stays in its place and keeps the focus, but does nothing. */
function Step({ quantity, isOpen, label, children, ...change }: StepProps) {
  return (
    <ChangeForm {...change}>
      <button
        name="quantity"
        value={quantity}
        aria-label={label}
        aria-disabled={!isOpen || undefined}
        onClick={(event) => !isOpen && event.preventDefault()}
        className="border-ink hover:bg-ink hover:text-paper aria-disabled:border-mist aria-disabled:text-ink/70 size-12 rounded-full border-2 text-2xl leading-none aria-disabled:cursor-not-allowed aria-disabled:bg-transparent"
      >
        {children}
      </button>
    </ChangeForm>
  );
}

type QuantityProps = Change & { line: CartLine; label: string; problemId: string | null };

/** The number itself: saved on Enter and on leaving the field, and by a button where there is no JavaScript. */
function QuantityForm({ line, label, problemId, ...change }: QuantityProps) {
  return (
    <ChangeForm {...change}>
      <input
        key={line.quantity}
        name="quantity"
        type="text"
        inputMode="numeric"
        autoComplete="off"
        maxLength={4}
        defaultValue={line.quantity}
        aria-label={label}
        aria-describedby={problemId ?? undefined}
        aria-invalid={problemId ? true : undefined}
        onBlur={({ currentTarget }) => {
          if (currentTarget.value !== String(line.quantity)) currentTarget.form?.requestSubmit();
        }}
        className={`${inputStyle} w-16! text-center tabular-nums`}
      />
      <button className="hidden min-h-11 px-2 text-base font-semibold underline noscript:inline">
        {cart[change.locale].update}
      </button>
    </ChangeForm>
  );
}
