import type { Page } from '@playwright/test';
import { payByPost } from './by-post';
import { expect, testAlone } from './fixtures';
import { enter } from './gateway-room';
import { createSession } from './merchant';

/** What the gateway charges of its own accord, day by day, as its control room tells it and its ledger books it. */

const origin = 'http://127.0.0.1:1';

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const daily = (more: object) => ({
  recurring: { periodicity: 'D', interval: 1, maxPeriods: -1, notificationUrl: `${origin}/told`, ...more },
});

/** The article of one repetition. */
async function find(page: Page, gateway: string, reference: string) {
  await page.goto(`${gateway}/sandbox/control/recurrences?lang=en&search=${reference}`);
  return page.getByRole('article').filter({ hasText: reference });
}

testAlone(
  'a payment repeats from its first approval on, until its count, its last day, refusals or the room end it',
  async ({ page, place, watch, shopper, gateway }) => {
    const open = (more: object) => createSession(place, { origin, payment: daily(more) });
    const counted = await open({ maxPeriods: 2 });
    const dated = await open({ nextPayment: inDays(1), dueDate: inDays(2) });
    const [short, stolen, cancelled] = [await open({}), await open({}), await open({})];
    await enter(page, { place, watch }, 'en');
    await find(page, place.gateway, counted.reference);
    await expect(page.getByText('Nothing is repeated here.')).toBeVisible();
    for (const { processUrl } of [counted, dated, short, stolen, cancelled])
      await payByPost(shopper, processUrl);
    const plan = await find(page, place.gateway, counted.reference);
    await expect(plan).toContainText('every day');
    await expect(plan).toContainText('0 of 2');
    await (
      await find(page, place.gateway, cancelled.reference)
    )
      .getByRole('button', { name: 'Cancel the repetition' })
      .click();
    await expect(page.getByRole('status')).toHaveText(/^Repetition cancelled:/);

    for (const nth of [1, 2, 3, 4]) await gateway.refuseCharge(short.reference, { nth });
    await gateway.refuseCharge(stolen.reference, { reason: '43' });
    await gateway.passDays(1);
    await expect(await find(page, place.gateway, stolen.reference)).toContainText('ended by refusals');
    await expect(await find(page, place.gateway, counted.reference)).toContainText('1 of 2');
    const retried = await find(page, place.gateway, short.reference);
    await expect(retried).toContainText('active');
    await expect(retried.getByRole('cell', { name: 'REJECTED 51' })).toHaveCount(1);

    for (let day = 2; day <= 5; day += 1) await gateway.passDays(1);
    await expect(await find(page, place.gateway, counted.reference)).toContainText('its plan is over');
    await expect(await find(page, place.gateway, dated.reference)).toContainText('its plan is over');
    const ended = await find(page, place.gateway, short.reference);
    await expect(ended).toContainText('ended by refusals');
    await expect(ended.getByRole('cell', { name: 'REJECTED 51' })).toHaveCount(4);
    const charged = async ({ reference }: { reference: string }) =>
      (await gateway.ledger(reference)).approved;
    expect(await charged(counted)).toEqual({ COP: '135000.00' });
    expect(await charged(dated)).toEqual({ COP: '135000.00' });
    for (const once of [short, stolen, cancelled]) expect(await charged(once)).toEqual({ COP: '45000.00' });

    const letters = await gateway.deliveries(counted.requestId);
    const repeated = letters
      .map(({ body }) => JSON.parse(body) as Record<string, unknown>)
      .filter((letter) => 'recurring' in letter);
    expect(repeated).toHaveLength(2);
    for (const letter of repeated) expect(letter).not.toHaveProperty('requestId');
  },
);
