import { expect, test } from 'vitest';
import { catalogue } from '@/prisma/catalogue';
import { db, writeTx } from './db';
import { findProducts, findStock, searchProducts, findProduct } from './products';

test('the seed fills an empty shop, and a second run neither doubles anything nor refills what was sold', async () => {
  await import('@/prisma/seed');
  await writeTx((tx) =>
    tx.product.update({ where: { slug: 'cafe-narino' }, data: { stock: 7, priceMinor: 1n } }),
  );
  const again = '@/prisma/seed?again';
  await import(/* @vite-ignore */ again);

  expect(await db.product.count()).toBe(catalogue.length);
  expect(await findStock(['cafe-narino', 'nothing'])).toEqual({ 'cafe-narino': 7 });
  expect((await findProduct('cafe-narino'))?.price).toEqual({ minor: 4_800_000n, currency: 'COP' });
  expect(await db.user.count()).toBe(3);
});

test('the shop has three shelves, two units of something and none of something else', async () => {
  const products = await findProducts();
  expect(products.map(({ slug }) => slug)).toEqual(catalogue.map(({ slug }) => slug));
  expect(new Set(products.map(({ category }) => category))).toEqual(
    new Set(['goods', 'travel', 'memberships']),
  );
  expect(products.map(({ stock }) => stock)).toEqual(expect.arrayContaining([0, 2]));
  expect((await findProducts({ category: 'travel' })).every(({ category }) => category === 'travel')).toBe(
    true,
  );
});

test('search reads every word, in the language of the page, without accents or capitals', async () => {
  const slugs = async (text: string, locale: 'es' | 'en') =>
    (await searchProducts(text, locale)).map(({ slug }) => slug);
  expect(await slugs('CAFE narino', 'es')).toEqual(['cafe-narino']);
  expect(await slugs('wool loom', 'en')).toEqual(['ruana-boyaca']);
  expect(await slugs('wool loom', 'es')).toEqual([]);
  expect(await slugs('   ', 'es')).toEqual([]);
  expect(await slugs("100% '; DROP TABLE", 'es')).toEqual([]);
});

test('an unknown product is null', async () => {
  expect(await findProduct('nothing')).toBeNull();
});
