/** Clients that do one thing again and again, and how long each took. */

/**
 * @param {{ clients: number, seconds: number, act: (client: number) => Promise<void> }} load each client acts as soon as its last act is done
 * @returns {Promise<{ perSecond: number, p50: number, p99: number, count: number }>} milliseconds
 */
export async function measure({ clients, seconds, act }) {
  const times = [];
  const began = performance.now();
  const end = began + seconds * 1000;
  const client = async (_, number) => {
    while (performance.now() < end) {
      const start = performance.now();
      await act(number);
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const elapsed = (performance.now() - began) / 1000;
  times.sort((left, right) => left - right);
  return {
    perSecond: times.length / elapsed,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    count: times.length,
  };
}

/** The smallest value that at least this share of the sorted values does not exceed. @param {number[]} sorted @param {number} share */
export function quantile(sorted, share) {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
