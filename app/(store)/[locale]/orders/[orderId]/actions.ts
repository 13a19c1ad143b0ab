'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { action } from '@/lib/action';
import { askGateway } from '@/lib/use-cases/ask-gateway';

/** Asks PlacetoPay about the order now instead of waiting for the next time. `message` is the outcome. */
export const ask = action({
  policy: 'anyone',
  input: z.strictObject({ orderId: z.string().max(64) }),
  async run({ input: { orderId }, viewer }) {
    const asked = await askGateway({ orderId, viewer });
    if (!asked.ok) return asked;
    refresh();
    return { ok: true, message: asked.outcome };
  },
});
