import type { Locale } from '@/lib/domain/locale';
import { wallet } from '@/lib/dictionaries/wallet';
import { expectAccessible } from './axe';
import { expect, test } from './fixtures';

for (const language of ['es', 'en'] as const satisfies readonly Locale[]) {
  test.describe(language, () => {
    test.use({ language, javaScriptEnabled: language === 'es', viewport: { width: 360, height: 740 } });

    test(`an empty wallet leads to the gateway and back again, in ${language}`, async ({ page, shopper }) => {
      const texts = wallet[language];
      await shopper.open('/wallet');
      await expect(page.getByText(texts.signIn)).toBeVisible();
      await shopper.haveAccount();
      await shopper.open('/wallet');
      await expect(page.getByText(texts.none)).toBeVisible();
      if (language === 'es') await expectAccessible(page);
      await page.getByRole('button', { name: texts.add }).click();
      await expect(page).toHaveURL(/\/spa\/session\//);
      await shopper.payment.leave();
      await expect(page.getByText(texts.arrivals.refused)).toBeVisible();
    });
  });
}
