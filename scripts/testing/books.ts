import { expect, test } from 'vitest';

/** The last test of a file whose stories share a database: whatever was done to them, the books of both wings agree. */
export function testBooks(): void {
  test('whatever was told above, the books of both wings agree', async () => {
    const { verifyBooks } = await import('@/lib/use-cases/verify-books');
    const { whenIdle } = await import('@/lib/use-cases/background');
    await whenIdle();
    const { orders, asked, breaches, audit } = await verifyBooks({ askGateway: true });
    expect({ breaches, brokenAt: audit.brokenAt }).toEqual({ breaches: [], brokenAt: null });
    expect(Math.min(orders, asked)).toBeGreaterThan(5);
  });
}
