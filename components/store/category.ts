/** The shelves of the shop, in the order they are shown. */
export const categories = ['goods', 'travel', 'memberships'] as const;

export type Category = (typeof categories)[number];

export function isCategory(text: string): text is Category {
  return categories.some((category) => category === text);
}
