import type { Locator } from '@playwright/test';

/**
 * Clicks what takes its own page or frame away. The browser may do so before it has told that the click is done, so
 * what counts is `gone`, which begins to wait before the click.
 */
export async function clickAway(link: Locator, gone: Promise<unknown>): Promise<void> {
  link.click().catch(() => {});
  await gone;
}
