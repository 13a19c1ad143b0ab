/** A membership that waits for a card: being bought by the name of its product, or had by its id. */
export type WayBack = `memberships/${string}`;

/** Where the wallet leads back to, or null: nothing that could be read as another address. */
export function readWayBack(asked: unknown): WayBack | null {
  return isWayBack(asked) ? asked : null;
}

function isWayBack(asked: unknown): asked is WayBack {
  return typeof asked === 'string' && /^memberships\/(?:join\/[a-z\d]+(?:-[a-z\d]+)*|[\w-]{22})$/.test(asked);
}
