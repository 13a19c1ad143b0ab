const second = 1000;

/** Quick at first, when most news arrives; then ever slower. Milliseconds. */
const waits = [2, 3, 5, 8, 13, 20, 30].map((seconds) => seconds * second);

const slowest = 60 * second;

/** How long the page waits before it looks for the `looks`-th time (from 0). */
export function nextLook(looks: number): number {
  return waits[looks] ?? slowest;
}
