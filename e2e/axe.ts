import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * Judges the page as it stands: WCAG 2.2 A and AA and axe's best practices, and that nobody has to scroll sideways (WCAG
 * 1.4.10). In dark only what colours decide is judged again, because nothing else of a page changes with them.
 */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await page.evaluate(beyondTheScreen), `beyond the screen: ${page.url()}`).toEqual([]);
  const isAlone = page.frames().length === 1;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // Colours fade from one scheme to the other: half-way through they are nobody's.
    await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
    const axe = new AxeBuilder({
      page,
      ...(isAlone && colorScheme === 'dark' && { axeSource: alreadyThere }),
    })
      .options({ resultTypes: ['violations'] })
      .setLegacyMode(isAlone);
    if (colorScheme === 'dark') axe.withRules(['color-contrast', 'link-in-text-block']);
    const { violations } = await axe.analyze();
    const told = violations.map(({ id, help, nodes }) => ({
      id,
      help,
      where: nodes.slice(0, 3).map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary}`),
    }));
    expect(told, `${colorScheme}: ${page.url()}`).toEqual([]);
  }
}

/** Half a megabyte that a page without frames need not be told twice. */
const alreadyThere = 'void 0';

/** Runs in the browser: what reaches beyond the screen's right edge and is in no box that scrolls by itself. */
function beyondTheScreen(): string[] {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return [];
  const isFree = (element: Element): boolean =>
    element === document.body ||
    (!/auto|scroll|hidden/.test(getComputedStyle(element).overflowX) &&
      element.parentElement !== null &&
      isFree(element.parentElement));
  return [...document.querySelectorAll('body *')]
    .filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1 && isFree(element))
    .slice(-3)
    .map(({ outerHTML }) => outerHTML.slice(0, 120));
}
