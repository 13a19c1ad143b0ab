import { charge } from '@/lib/dictionaries/charge';
import { formatMoney } from '@/lib/dictionaries/format';
import { orders } from '@/lib/dictionaries/orders';
import type { Locale } from '@/lib/domain/locale';
import { money } from '@/lib/domain/money';
import { capture, reauthorize } from '@/lib/flows/follow-ups';
import { preauthorization } from '@/lib/flows/preauthorization';
import { expectAccessible } from './axe';
import { expect, test } from './fixtures';
import { haveCard } from './kept-cards';
import { becomeOperator, FollowUpPage } from './operators';

const viewports = { es: { width: 360, height: 740 }, en: { width: 1280, height: 800 } };

for (const language of ['es', 'en'] as const satisfies readonly Locale[]) {
  test.describe(language, () => {
    test.use({ language, viewport: viewports[language] });

    test(`a kept card is held, an operator captures less, and the order tells it, in ${language}`, async ({
      page,
      shopper,
      somebodyElse,
      gateway,
    }) => {
      const texts = charge[language];
      const [whole, less] = [6_200_000n, 4_500_000n].map((minor) =>
        formatMoney(money(minor, 'COP'), language),
      );
      await shopper.haveAccount();
      await haveCard(shopper, 'approved');
      const orderId = await shopper.haveOrder();
      await shopper.open(`/checkout/${orderId}`);
      await expect(page.getByRole('region', { name: texts.asks.SALE.title })).toBeVisible();
      await shopper.flowCard(preauthorization).click();
      const kept = page.getByRole('region', { name: texts.asks.HOLD.title });
      await expect(kept).toContainText(texts.asks.HOLD.intro);
      await expect(shopper.payButton).toBeVisible();
      await expectAccessible(page);
      await kept.getByRole('button').click();
      await shopper.expectStanding('held');
      await expect(shopper.attempts).toHaveCount(1);
      await expect(shopper.attempts).toContainText(texts.attempt);
      const [reference = ''] = await shopper.references();
      expect(await gateway.ledger(reference)).toMatchObject({ approved: {}, held: { COP: '62000.00' } });

      const desk = new FollowUpPage(await becomeOperator(await somebodyElse()), orderId);
      await desk.ask(reauthorize, { amount: '50000' });
      await desk.expectOperation(reauthorize, 'DONE');
      await desk.ask(capture, { amount: '45000' });
      await desk.expectOperation(capture, 'DONE');
      await expect(desk.region.getByRole('progressbar')).toHaveAttribute('max', '50000');
      await expect(desk.region.getByRole('progressbar')).toHaveAttribute('value', '45000');
      expect(await gateway.ledger(reference)).toMatchObject({ approved: { COP: '45000.00' }, held: {} });

      await shopper.openOrder(orderId);
      await shopper.expectStanding('paid');
      await expect(page.getByRole('term').filter({ hasText: orders[language].agreed })).toBeVisible();
      await expect(page.getByRole('term').filter({ hasText: orders[language].remaining })).toHaveCount(0);
      await expect(page.getByRole('main')).toContainText(orders[language].standings.paid.badge);
      for (const amount of [whole, less]) await expect(page.getByRole('main')).toContainText(amount ?? '');
      await expect(desk.region).toBeVisible();
      await expect(page.getByRole('region', { name: desk.texts.title, exact: true })).toHaveCount(0);
      await expectAccessible(page);
    });
  });
}
