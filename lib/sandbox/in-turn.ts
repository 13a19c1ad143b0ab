/** Does one kind of work after the other. Each is done, also after one failed; then the first failure is thrown. */
export async function inTurn(kinds: readonly (() => Promise<unknown>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const work of kinds) await work().catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}
