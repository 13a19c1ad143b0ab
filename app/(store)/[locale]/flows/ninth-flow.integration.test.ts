import { randomUUID } from 'node:crypto';
import type { ReactNode } from 'react';
import { prerender } from 'react-dom/static';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Flow } from '@/lib/flows/flow';
import { ninth } from '@/lib/flows/testing/ninth';
import { startScriptedGateway } from '@/scripts/testing/scripted-gateway';

/** A flow is one file and one name: here the name is added, and every page and the sending follow from the registry. */
vi.mock('@/lib/flows', async (original) => {
  const registry = await original<{ flows: readonly Flow[] }>();
  const { ninth: added } = await import('@/lib/flows/testing/ninth');
  const flows = [...registry.flows, added];
  return { flows, findFlow: (slug: string) => flows.find((flow) => flow.slug === slug) };
});

const jar = vi.hoisted(() => new Map<string, string>());
vi.mock('next/headers', () => ({
  headers: async () => new Headers({ 'user-agent': 'Test/1.0' }),
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
  }),
}));

const gateway = await startScriptedGateway();
const { createOrder, createProduct, orderNow, visitor } = await import('@/scripts/testing/shop');
const { writeTx } = await import('@/lib/data/db');
const { startCheckout } = await import('@/lib/use-cases/start-checkout');
const shelf = await import('./page');
const own = await import('./[flow]/page');
const picker = await import('../checkout/[orderId]/page');
const form = await import('../checkout/[orderId]/[flow]/page');

beforeAll(async () => {
  const slug = await createProduct();
  const sold = ninth.sample.lines[0]?.productSlug ?? '';
  await writeTx((tx) => tx.product.update({ where: { slug }, data: { slug: sold } }));
});
afterAll(() => gateway.close());

async function html(node: ReactNode): Promise<string> {
  const { prelude } = await prerender(node);
  return new Response(prelude).text();
}

/** A page that does not say it is too long to be printed. */
function says(page: string, words: string | undefined): void {
  expect(words !== undefined && page.includes(words), words).toBe(true);
}

const at = <Params extends object>(params: Params) => ({
  params: Promise.resolve(params),
  searchParams: Promise.resolve({}),
});

test('the shelf of all ways to pay has its card, and its page explains it and shows what it sends', async () => {
  const all = await html(await shelf.default(at({ locale: 'en' })));
  says(all, '/en/flows/round-up');
  says(all, ninth.texts.en.useCase);
  const one = await html(await own.default(at({ locale: 'es', flow: 'round-up' })));
  says(one, ninth.texts.es.rules[0]);
  says(one, 'Para quién es el vuelto');
  says(one, 'data-state="approved"');
  says(one, '&quot;keyword&quot;: &quot;cause&quot;');
});

test('the picker offers it, its form asks its question, and its answer reaches the gateway', async () => {
  const { orderId, viewer } = await createOrder();
  jar.set('orders', viewer.accessKeys.join('.'));
  const choices = await html(await picker.default(at({ locale: 'es', orderId })));
  says(choices, `/es/checkout/${orderId}/round-up`);
  const asked = await html(await form.default(at({ locale: 'en', orderId, flow: 'round-up' })));
  says(asked, 'name="cause"');
  says(asked, 'The school');

  const attempt = { orderId, viewer, flow: 'round-up', attemptKey: randomUUID(), visitor };
  expect(await startCheckout({ ...attempt, answers: { cause: 'nobody' } })).toMatchObject({
    ok: false,
    fields: { cause: 'unknown_choice' },
  });
  const started = await startCheckout({ ...attempt, answers: { cause: 'school' } });
  expect(started).toMatchObject({ ok: true });
  expect((await orderNow(orderId)).sessions.at(-1)).toMatchObject({ flow: 'round-up', status: 'PENDING' });
});
