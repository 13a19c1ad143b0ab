import type { ReactNode } from 'react';
import { checkout } from '@/lib/dictionaries/checkout';
import { formatMoney } from '@/lib/dictionaries/format';
import type { Locale } from '@/lib/domain/locale';
import { multiply, type Money } from '@/lib/domain/money';

type Line = { name: string; quantity: number; unit: Money };

type Props = {
  locale: Locale;
  lines: readonly Line[];
  total: Money;
  /** Where a part of it was paid before: what, and what is left. */
  rest?: { paid: Money; due: Money } | undefined;
  children?: ReactNode;
};

/**
 * What is being bought and for how much, always in view: beside the form on a wide screen, and on a narrow one
 * as a bar that stays on top and opens.
 */
export function OrderSummary({ locale, lines, total, rest, children }: Props) {
  const texts = checkout[locale].summary;
  return (
    <aside
      aria-label={texts.title}
      className="sticky top-0 z-10 -mx-4 sm:-mx-6 lg:top-6 lg:col-start-2 lg:row-start-1 lg:mx-0 lg:self-start"
    >
      <details className="bg-paper border-mist group border-b-2 lg:hidden">
        <summary className="flex min-h-14 flex-wrap items-center gap-x-3 px-4 py-2 sm:px-6">
          <span className="text-clay mr-auto text-base font-semibold underline decoration-2 underline-offset-4">
            {texts.show}
          </span>
          <span className={rest ? 'text-base' : 'sr-only'}>{rest ? texts.due : texts.total}: </span>
          <strong className="text-xl">{formatMoney(rest?.due ?? total, locale)}</strong>
        </summary>
        <div className="max-h-[60dvh] overflow-y-auto px-4 pb-4 sm:px-6">
          <SummaryBody locale={locale} lines={lines} total={total} rest={rest} />
          {children}
        </div>
      </details>
      <div className="border-mist hidden rounded-2xl border-2 p-6 lg:block">
        <h2 className="mb-3 text-xl font-bold">{texts.title}</h2>
        <SummaryBody locale={locale} lines={lines} total={total} rest={rest} />
        {children}
      </div>
    </aside>
  );
}

function SummaryBody({ locale, lines, total, rest }: Omit<Props, 'children'>) {
  const texts = checkout[locale].summary;
  return (
    <>
      <ul className="divide-mist divide-y">
        {lines.map((line, index) => (
          <li key={index} className="flex justify-between gap-4 py-2 text-base">
            <span>
              {line.name} <span className="whitespace-nowrap">{texts.quantity(line.quantity)}</span>
            </span>
            <span className="whitespace-nowrap tabular-nums">
              {formatMoney(multiply(line.unit, line.quantity), locale)}
            </span>
          </li>
        ))}
      </ul>
      <p className="border-ink mt-2 flex justify-between gap-4 border-t-2 pt-3 text-xl font-bold">
        <span>{texts.total}</span>
        <span className="whitespace-nowrap tabular-nums">{formatMoney(total, locale)}</span>
      </p>
      {rest && (
        <>
          <p className="flex justify-between gap-4 py-1">
            <span>{texts.paid}</span>
            <span className="whitespace-nowrap tabular-nums">{formatMoney(rest.paid, locale)}</span>
          </p>
          <p className="flex justify-between gap-4 text-xl font-bold">
            <span>{texts.due}</span>
            <span className="whitespace-nowrap tabular-nums">{formatMoney(rest.due, locale)}</span>
          </p>
        </>
      )}
      <p className="text-sm opacity-85">{texts.included}</p>
    </>
  );
}
