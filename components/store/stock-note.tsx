'use client';

import { useEffect, useState } from 'react';
import { plural } from '@/lib/dictionaries/plural';
import type { Locale } from '@/lib/domain/locale';
import { readStock, stockLevel } from './stock';
import { cartChanged } from './visitor';

type Props = {
  slug: string;
  locale: Locale;
  texts: {
    unknown: string;
    plenty: string;
    few: { one: string; other: string };
    soldOut: string;
  };
};

const marks = { sold_out: 'bg-clay', few: 'bg-maize ring-1 ring-ink', plenty: 'bg-moss' } as const;

/** How many are left, as of now: the page itself was drawn before anybody came. */
export function StockNote({ slug, locale, texts }: Props) {
  const units = useStock(slug);
  if (units === undefined) return <p className="text-base">{texts.unknown}</p>;
  const level = stockLevel(units);
  const words = { sold_out: texts.soldOut, few: plural(locale, units, texts.few), plenty: texts.plenty };
  return (
    <p className="flex items-center gap-2 text-base font-semibold">
      <span aria-hidden="true" className={`size-3 rounded-full ${marks[level]}`} />
      {words[level]}
    </p>
  );
}

function useStock(slug: string): number | undefined {
  const [units, setUnits] = useState<number>();
  useEffect(() => {
    const leaving = new AbortController();
    const ask = () => void readStock([slug], leaving.signal).then((stock) => setUnits(stock.get(slug)));
    ask();
    addEventListener(cartChanged, ask);
    return () => {
      leaving.abort();
      removeEventListener(cartChanged, ask);
    };
  }, [slug]);
  return units;
}
