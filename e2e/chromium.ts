import { chromiumArguments, findChromium } from '../scripts/chromium.mjs';

const executablePath = findChromium();
if (!executablePath) throw new Error('No Chromium: install one, or name it in CHROMIUM_PATH.');
// The workers need not look again.
process.env.CHROMIUM_PATH = executablePath;

/** What Playwright's `use` needs: the browser this machine has. */
export const chromium = {
  browserName: 'chromium' as const,
  launchOptions: { executablePath, args: [...chromiumArguments] },
};
