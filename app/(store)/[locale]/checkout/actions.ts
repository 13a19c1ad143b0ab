'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { action } from '@/lib/action';
import { readCartId } from '@/lib/cart-cookie';
import { findProduct } from '@/lib/data/products';
import { buyerSchema } from '@/lib/domain/buyer';
import { keepAccessKey } from '@/lib/orders-cookie';
import { placeOrder as place } from '@/lib/use-cases/place-order';

const checkoutKey = z.string().regex(/^[\w-]{22}$/, 'invalid');

/** The buyer's data and the key the server rendered into the form: the same key again is the same order. */
export const placeOrder = action({
  policy: 'anyone',
  input: buyerSchema.safeExtend({ checkoutKey }),
  async run({ input: { checkoutKey: key, ...buyer }, viewer, locale }) {
    const cartId = await readCartId();
    const placed = await place({ cartId, checkoutKey: key, buyer, locale, viewer });
    if (!placed.ok) {
      const missing = placed.productSlug ? await findProduct(placed.productSlug) : null;
      return { ok: false, problem: placed.problem, message: missing?.name[locale] };
    }
    if (placed.accessKey) await keepAccessKey(placed.accessKey);
    redirect(`/${locale}/checkout/${placed.orderId}`);
  },
});
