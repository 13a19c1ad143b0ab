import type { Buyer } from './buyer';
import { exponent, money, type Currency, type Money } from './money';

/** What a sample order can be priced in: one currency for each country that PlacetoPay serves from one instance. */
export const sampleCurrencies = ['COP', 'USD', 'CLP', 'UYU', 'CRC'] as const satisfies readonly Currency[];

export type SampleCurrency = (typeof sampleCurrencies)[number];

/** How many pesos one unit costs in the shop of samples: round, and not the market's. */
const pesos: Record<SampleCurrency, bigint> = { COP: 1n, USD: 4000n, CLP: 4n, UYU: 100n, CRC: 8n };

export function isSampleCurrency(text: string): text is SampleCurrency {
  return Object.hasOwn(pesos, text);
}

/** A price of the catalogue (minor units of COP) in another currency, cut to its smallest unit. Nothing stays nothing. */
export function samplePrice(copMinor: bigint, currency: SampleCurrency): Money {
  const minor = (copMinor * 10n ** BigInt(exponent(currency))) / (100n * pesos[currency]);
  return money(minor === 0n && copMinor > 0n ? 1n : minor, currency);
}

/** Who buys the samples: nobody, at an address of nobody. */
export const sampleBuyer: Buyer = {
  name: 'Elena',
  surname: 'Muestra',
  email: 'elena.muestra@ladera.test',
  phone: '+57 300 555 0100',
  documentType: 'CC',
  document: '1032456781',
  country: 'CO',
  state: 'Caldas',
  city: 'Manizales',
  street: 'Carrera 23 # 64-12',
  postalCode: '170004',
};
