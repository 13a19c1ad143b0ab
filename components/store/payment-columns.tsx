import type { ReactNode } from 'react';
import type { Locale } from '@/lib/domain/locale';
import { PaymentProgress, type Stage } from './payment-progress';

type Props = { locale: Locale; at: Stage; summary: ReactNode; children: ReactNode };

/** A step of the purchase: where it is on the way, what is asked, and the order beside it. */
export function PaymentColumns({ locale, at, summary, children }: Props) {
  return (
    <>
      <PaymentProgress locale={locale} at={at} />
      <div className="lg:grid lg:grid-cols-[1fr_22rem] lg:gap-x-14">
        {summary}
        <div className="mt-6 min-w-0 lg:col-start-1 lg:row-start-1 lg:mt-0 [&_:is(input,select,button,a)]:scroll-mt-32">
          {children}
        </div>
      </div>
    </>
  );
}
