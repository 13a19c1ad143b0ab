'use server';

import { refresh } from 'next/cache';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { action } from '@/lib/action';
import { keepCartId, readCartId } from '@/lib/cart-cookie';
import * as carts from '@/lib/data/carts';
import { MAX_QUANTITY } from '@/lib/domain/cart';

const productSlug = z.string().regex(/^[a-z0-9-]{1,64}$/, 'unknown_product');

/** As typed: an empty field is not 0, and half a bag is not sold. The price is never part of a form. */
const quantityFrom = (least: number) =>
  z
    .string('invalid_quantity')
    .trim()
    .regex(/^\d{1,4}$/, 'invalid_quantity')
    .transform(Number)
    .refine((quantity) => quantity >= least && quantity <= MAX_QUANTITY, 'invalid_quantity');

/** More of a product. Whoever has no JavaScript is taken to the cart, so that a reload adds nothing. */
export const addToCart = action({
  input: z.strictObject({ productSlug, quantity: quantityFrom(1) }),
  policy: 'anyone',
  async run({ input, locale }) {
    const changed = await carts.addToCart({ cartId: await readCartId(), ...input });
    if (!changed.ok) return changed;
    await keepCartId(changed.cart.id);
    if (!(await headers()).has('next-action')) redirect(`/${locale}/cart`);
    return { ok: true };
  },
});

/** Exactly this many of a product; 0 takes it out. */
export const changeQuantity = action({
  input: z.strictObject({ productSlug, quantity: quantityFrom(0) }),
  policy: 'anyone',
  async run({ input }) {
    const changed = await carts.setQuantity({ cartId: await readCartId(), ...input });
    if (!changed.ok) return changed;
    await keepCartId(changed.cart.id);
    refresh();
    return { ok: true };
  },
});
