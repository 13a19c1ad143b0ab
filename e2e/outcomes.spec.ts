import { formatMoney } from '@/lib/dictionaries/format';
import { orders } from '@/lib/dictionaries/orders';
import { outcomes } from '@/lib/dictionaries/outcomes';
import { money } from '@/lib/domain/money';
import { flows } from '@/lib/flows';
import type { Flow } from '@/lib/flows/flow';
import { expectAccessible } from './axe';
import { expect, test } from './fixtures';
import { sampleOrderOf, samplePlanOf } from './sample-plans';
import type { Shopper } from './shopper';

/** What the order's page says of a payment that is more than one charge, beyond the happy end of each flow. */

function flowThat(asks: (plan: ReturnType<typeof samplePlanOf>) => boolean): Flow {
  const found = flows.find((flow) => asks(samplePlanOf(flow)));
  if (!found) throw new Error('No flow of the registry asks for this.');
  return found;
}

async function trySample(shopper: Shopper, flow: Flow) {
  await shopper.open(`/flows/${flow.slug}`);
  await shopper.tryButton.click();
  await shopper.payment.expectForm();
  return shopper.payment.requestId;
}

test('a part that is paid shows what is left and leads back to the same page, and survives its end', async ({
  page,
  shopper,
  gateway,
}) => {
  const flow = flowThat(({ payment }) => payment?.allowPartial === true);
  const { total } = sampleOrderOf(flow);
  const part = money(20_000_000n, total.currency);
  const requestId = await trySample(shopper, flow);
  await page.getByLabel('Cuánto pagas ahora').fill('200000');
  await shopper.payment.fillCard('approved');
  await shopper.payment.payButton.click();
  await expect(page.getByText(/Pagado: .*200[.,]000/)).toBeVisible();
  await expect(page.getByText(/Recibimos .*200[.,]000/)).toBeVisible();
  await shopper.open('/orders');
  await shopper.orderLinks.first().click();
  const { orderId } = shopper;
  await page.getByRole('button', { name: orders.es.steps.ask }).click();
  await shopper.expectStanding('partly_paid');

  const texts = outcomes.es.parts;
  const panel = page.getByRole('region', { name: texts.title });
  const [paid, all] = [formatMoney(part, 'es'), formatMoney(total, 'es')];
  await expect(panel.getByRole('progressbar', { name: texts.progress(paid, all) })).toBeVisible();
  await expect(panel.getByRole('list', { name: texts.list }).getByRole('listitem')).toHaveCount(1);
  await expect(panel).toContainText(/Quedan \d+ min \d\d s/);
  await expect(panel).toContainText(texts.noTaxes);
  await expectAccessible(page);
  const left = formatMoney(money(total.minor - part.minor, total.currency), 'es');
  await panel.getByRole('link', { name: texts.resume(left) }).click();
  await shopper.payment.expectForm();
  expect(shopper.payment.requestId).toBe(requestId);

  await gateway.expire(requestId);
  await shopper.openOrder(orderId);
  await shopper.expectStanding('part_kept');
  await expect(panel).toContainText(texts.closed);
  await expect(panel).toContainText(paid);
});

test.describe('in English', () => {
  test.use({ language: 'en' });

  test('a payment without consent is a payment, and says that no card was kept', async ({
    page,
    shopper,
  }) => {
    await trySample(
      shopper,
      flowThat(({ payment }) => payment?.subscribe === true),
    );
    await shopper.payment.pay('approved', 'approved');
    await shopper.payment.returnToShop();
    await shopper.expectStanding('paid');
    await expect(page.getByRole('region', { name: outcomes.en.card.title })).toContainText(
      outcomes.en.card.notKept,
    );
  });
});
