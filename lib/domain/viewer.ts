/** Who is asking. Every query about somebody's orders takes one, and answers only with what is theirs. */
export type Viewer =
  | { readonly kind: 'guest'; readonly accessKeys: readonly string[] }
  | {
      readonly kind: 'buyer';
      readonly userId: string;
      readonly name: string;
      readonly accessKeys: readonly string[];
    }
  | {
      readonly kind: 'operator';
      readonly userId: string;
      readonly name: string;
      readonly accessKeys: readonly string[];
    };

/** Somebody with no account and no link to any order. */
export const stranger: Viewer = { kind: 'guest', accessKeys: [] };

/** Whether it is an operator of the shop, who sees everybody's orders. */
export function isOperator(viewer: Viewer): boolean {
  return viewer.kind === 'operator';
}

/** The account's id, or null for a guest. */
export function userIdOf(viewer: Viewer): string | null {
  return viewer.kind === 'guest' ? null : viewer.userId;
}
