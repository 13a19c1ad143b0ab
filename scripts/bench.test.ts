import { expect, test } from 'vitest';
import { measure, quantile } from './bench/load.mjs';

test('a quantile is a value that was measured: the smallest that covers the share', () => {
  const hundred = Array.from({ length: 100 }, (_, at) => at + 1);
  expect([quantile(hundred, 0.5), quantile(hundred, 0.99), quantile(hundred, 1)]).toEqual([50, 99, 100]);
  expect([quantile([7], 0.5), quantile([7], 0.99), quantile([1, 2], 0.99)]).toEqual([7, 7, 2]);
  expect(quantile([], 0.5)).toBeNaN();
});

test('every client acts, one act after the other, until the time is over', async () => {
  const acting = new Set<number>();
  const clients = new Set<number>();
  const { count, perSecond, p50, p99 } = await measure({
    clients: 3,
    seconds: 0.05,
    act: async (client: number) => {
      expect(acting.has(client)).toBe(false);
      acting.add(client);
      clients.add(client);
      await new Promise((next) => setTimeout(next, 2));
      acting.delete(client);
    },
  });
  expect(clients).toEqual(new Set([0, 1, 2]));
  expect(count).toBeGreaterThanOrEqual(3);
  expect(perSecond).toBeGreaterThan(0);
  expect(p50).toBeLessThanOrEqual(p99);
});

test('an act that fails ends the measurement', async () => {
  const act = () => Promise.reject(new Error('refused'));
  await expect(measure({ clients: 2, seconds: 1, act })).rejects.toThrow('refused');
});
