import type { Locale } from './locale';
import type { Money } from './money';

export const categories = ['goods', 'travel', 'memberships'] as const;

export type Category = (typeof categories)[number];

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
};

export function isCategory(text: string): text is Category {
  return categories.some((category) => category === text);
}
