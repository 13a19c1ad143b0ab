import type { Locale } from './locale';
import type { Money } from './money';

export const categories = ['goods', 'travel', 'memberships'] as const;

export type Category = (typeof categories)[number];

/** How often a membership renews itself, in the gateway's letters: each month or each year. */
export const cadences = ['M', 'Y'] as const;

export type Cadence = (typeof cadences)[number];

export type Words = Readonly<Record<Locale, string>>;

export type Product = {
  readonly slug: string;
  readonly category: Category;
  readonly name: Words;
  readonly summary: Words;
  readonly description: Words;
  /** Path under public/, and what it shows for those who cannot see it. */
  readonly image: string;
  readonly picture: Words;
  readonly price: Money;
  /** Units that nobody has reserved. */
  readonly stock: number;
  /** How often it can renew itself as a membership; null for what is bought once. */
  readonly renews: Cadence | null;
};

export function isCategory(text: string): text is Category {
  return categories.some((category) => category === text);
}
