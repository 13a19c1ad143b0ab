'use client';

import { useParams } from 'next/navigation';
import type { ReactNode } from 'react';
import { buttonStyle } from '@/components/ui/button';
import { defaultLocale, isLocale, type Locale } from '@/lib/domain/locale';
import { Picture } from './picture';

type Words = { title: string; text: string; home: string };

type Props = { texts: Record<Locale, Words>; children?: (locale: Locale) => ReactNode };

/** Where nothing is: says so, and shows the way back. */
export function Lost({ texts, children }: Props) {
  const { locale: segment } = useParams();
  const locale = typeof segment === 'string' && isLocale(segment) ? segment : defaultLocale;
  const { title, text, home } = texts[locale];
  return (
    <div className="grid items-center gap-10 pt-10 md:grid-cols-[3fr_2fr]">
      <div className="grid justify-items-start gap-5">
        <h1 className="max-w-[18ch] text-5xl leading-none font-extrabold tracking-tight sm:text-6xl">
          {title}
        </h1>
        <p className="max-w-[50ch] text-xl">{text}</p>
        <div className="flex flex-wrap gap-3">
          {children?.(locale)}
          <a href={`/${locale}`} className={buttonStyle(children ? 'secondary' : 'primary')}>
            {home}
          </a>
        </div>
      </div>
      <Picture src="/lost.svg" alt="" className="rounded-[2rem]" eager />
    </div>
  );
}
