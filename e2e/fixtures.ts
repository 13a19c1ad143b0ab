import { randomInt } from 'node:crypto';
import { test as base, type BrowserContext, type Browser } from '@playwright/test';
import type { Locale } from '@/lib/domain/locale';
import { GatewayControl } from './gateway-control';
import { openPair, type Pair, type Place } from './servers';
import { Shopper } from './shopper';
import { Watch } from './watch';

type Options = { language: Locale };

type Fixtures = {
  watch: Watch;
  /** The person this test is about. */
  shopper: Shopper;
  /** Another person, at a browser of their own. */
  somebodyElse: (language?: Locale) => Promise<Shopper>;
  gateway: GatewayControl;
  /** A store and a gateway of this test's own: for what stops or kills one. `place` is then theirs. */
  ownServers: Pair;
  place: Place;
};

/** The vocabulary of the browser tests. */
export const test = base.extend<Options & Fixtures>({
  language: ['es', { option: true }],

  extraHTTPHeaders: async ({}, use) => {
    await use(somebodysHeaders());
  },

  place: async ({}, use) => {
    await use(sharedPlace());
  },

  // Starting two servers is not part of what a test may take.
  ownServers: [
    async ({}, use) => {
      const pair = await openPair(process.env.E2E_SERVER ?? '');
      await use(pair);
      await pair.close();
    },
    { timeout: 120_000 },
  ],

  watch: [
    async ({ place, context }, use) => {
      const watch = new Watch(place);
      watch.follow(context);
      await use(watch);
      await watch.judge();
    },
    { auto: true },
  ],

  shopper: async ({ page, language, watch }, use) => {
    await use(new Shopper(page, language, watch));
  },

  somebodyElse: async ({ browser, watch, language }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (theirs = language) => {
      const context = await openContext(browser, watch);
      contexts.push(context);
      return new Shopper(await context.newPage(), theirs, watch);
    });
    for (const context of contexts) await context.close();
  },

  gateway: async ({ place }, use) => {
    await use(new GatewayControl(place));
  },
});

/** The same with servers of its own: `testAlone('…', async ({ ownServers, shopper }) => …)`. */
export const testAlone = test.extend({
  place: async ({ ownServers }, use) => {
    await use(ownServers);
  },
});

export { expect } from '@playwright/test';

async function openContext(browser: Browser, watch: Watch): Promise<BrowserContext> {
  const context = await browser.newContext({ extraHTTPHeaders: somebodysHeaders() });
  watch.follow(context);
  return context;
}

/**
 * As behind a proxy that names the visitor's address: limits are per address, and each test is somebody else. And that
 * compresses by itself: the servers need not do it for the process next door.
 */
function somebodysHeaders(): Record<string, string> {
  const address = `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`;
  return { 'x-forwarded-for': address, 'accept-encoding': 'identity' };
}

function sharedPlace(): Place {
  return JSON.parse(process.env.E2E_PLACE ?? '') as Place;
}
