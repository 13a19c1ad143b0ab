'use server';

import { createHash } from 'node:crypto';
import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { action } from '@/lib/action';
import { visitor } from '@/lib/auth';
import { mayTry } from '@/lib/data/rate-limits';
import type { Locale } from '@/lib/domain/locale';
import { findFlow } from '@/lib/flows';
import { keepAccessKey } from '@/lib/orders-cookie';
import { placeSampleOrder } from '@/lib/use-cases/place-sample-order';
import { previewSample, sampleCurrencyOf } from '@/lib/use-cases/preview-sample';
import { startCheckout } from '@/lib/use-cases/start-checkout';
import { leadToWindow } from '../../checkout/lightbox/lead-to-window';
import { shownRequest } from './shown-request';

/** What is not named here answers the flow's own questions or the options, and both are read strictly. */
const trial = z
  .object({
    flow: z.string().max(40),
    attemptKey: z.string().regex(/^[\w-]{22}$/, 'invalid'),
    intent: z.literal('show').optional(),
    opening: z.enum(['redirect', 'lightbox']).default('redirect'),
  })
  .catchall(z.string().max(400, 'too_long'));

/**
 * The request these answers make, as a ShownRequest in `message`; or which of them are wrong. Nothing is placed and
 * nothing is sent.
 */
export const showRequest = action({
  policy: 'anyone',
  input: trial,
  run: ({ input, locale }) => show(input, locale),
});

/** Places a sample order and goes to pay it; without JavaScript its other button only shows the request. */
export const tryFlow = action({
  policy: 'anyone',
  input: trial,
  async run({ input, viewer, locale }) {
    const shown = await show(input, locale);
    if (input.intent === 'show' || shown.problem !== null) return shown;
    const from = await visitor();
    if (!(await mayTry('pay by address', from.ipAddress))) return { ok: false, problem: 'too_many_tries' };
    const flow = findFlow(input.flow);
    if (!flow) return { ok: false, problem: 'invalid_input' };
    const answers = answersOf(input);
    const key = keyOf(input);
    const currency = sampleCurrencyOf(answers);
    const placed = await placeSampleOrder({ flow, currency, key, viewer, locale });
    if (!placed.ok) return placed;
    if (placed.accessKey) await keepAccessKey(placed.accessKey);
    const buyer = placed.accessKey
      ? { ...viewer, accessKeys: [placed.accessKey, ...viewer.accessKeys] }
      : viewer;
    const started = await startCheckout({
      orderId: placed.orderId,
      flow: flow.slug,
      answers,
      attemptKey: key,
      viewer: buyer,
      visitor: from,
    });
    if (!started.ok) return started;
    if (input.opening === 'lightbox') return leadToWindow(placed.orderId, locale);
    redirect(started.processUrl as Route);
  },
});

type Trial = z.output<typeof trial>;

async function show(input: Trial, locale: Locale) {
  const flow = findFlow(input.flow);
  if (!flow) return { ok: false, problem: 'invalid_input' } as const;
  const preview = await previewSample({ flow, locale, answers: answersOf(input), visitor: await visitor() });
  return preview.ok
    ? ({ ok: false, problem: null, message: JSON.stringify(shownRequest(preview, locale)) } as const)
    : ({ ok: false, problem: 'invalid_form', fields: preview.fields } as const);
}

const notAnswers: ReadonlySet<string> = new Set(['flow', 'attemptKey', 'intent', 'opening']);

function answersOf(input: Trial): Record<string, string> {
  return Object.fromEntries(Object.entries(input).filter(([name]) => !notAnswers.has(name)));
}

/** Other answers are another try, with an order of its own; the same ones again are a double click. */
function keyOf(input: Trial): string {
  const hash = createHash('sha256').update(JSON.stringify(Object.entries(input).sort()));
  return hash.digest('base64url').slice(0, 22);
}
