import { expect, test } from 'vitest';
import { locales } from '@/lib/domain/locale';
import { standingOf, type Standing } from '@/lib/domain/order-standing';
import { looks } from '@/lib/domain/order-look';
import { orders } from './orders';

const holes = { paid: '$ 1', total: '$ 2', excess: '$ 3', until: '4:05', refusals: 10, instead: 'LAD-7' };
const standings = Object.keys(looks).filter((name): name is Standing => name in looks);
const unknown: readonly Standing[] = [
  'processing',
  'processing_long',
  'confirming',
  'under_review',
  'charge_unknown',
  'awaiting_shop',
];
const warning = { es: /No vuelvas a pagar/, en: /Do not pay again/ };
const invitation = {
  es: /[Ii]ntentarlo? de nuevo|[Ii]nténtalo de nuevo|Paga lo que falta|pagarlo de nuevo|Elige cómo/,
  en: /[Tt]ry again|Pay the rest|pay it again|Choose how/,
};

test.each(locales.flatMap((locale) => standings.map((standing) => ({ locale, standing }))))(
  '$standing says in $locale what happened and what to do',
  ({ locale, standing }) => {
    const words = orders[locale].standings[standing];
    const said = [words.badge, words.title, words.happened(holes), words.next(holes)];
    for (const sentence of said) expect(sentence).not.toMatch(/undefined|^\s*$/);
    expect(warning[locale].test(words.next(holes))).toBe(unknown.includes(standing));
    const { steps } = looks[standing];
    if (steps.includes('pay') || steps.includes('retry'))
      expect(words.next(holes)).toMatch(invitation[locale]);
  },
);

test.each(locales)(
  'an open payment, of which a part may be paid already, denies in %s only what comes',
  (locale) => {
    expect(orders[locale].standings.continue.next(holes)).not.toMatch(
      /no se cobra nada\.|nothing is charged\./,
    );
  },
);

test.each(locales)('where only the status is known, no two of them read the same in %s', (locale) => {
  const badges = Object.values(standingOf).map((standing) => orders[locale].standings[standing].badge);
  expect(new Set(badges).size).toBe(badges.length);
});
