import { checkout } from '@/lib/dictionaries/checkout';
import { expectAccessible } from './axe';
import { expect, test } from './fixtures';

const open = [
  '',
  '/categories/goods',
  '/categories/travel',
  '/categories/memberships',
  '/products/cafe-narino',
  '/products/jarra-raquira',
  '/search',
  '/search?q=cafe',
  '/search?q=nadaparecido',
  '/flows',
  '/cart',
  '/sign-in',
  '/register',
  '/orders',
  '/un-sendero-que-no-existe',
];

/** The same components in the other language: one page of each kind will do. */
const openInEnglish = ['', '/products/cafe-narino', '/cart', '/sign-in'];

for (const [language, paths] of [
  ['es', open],
  ['en', openInEnglish],
] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ language });

    test(`no page that is open to everybody has a barrier (${language})`, async ({ page, shopper }) => {
      for (const path of paths) {
        await shopper.open(path);
        await expectAccessible(page);
      }
    });
  });
}

test('no page of a purchase has a barrier', async ({ page, shopper, gateway }) => {
  await shopper.haveInCart();
  await shopper.open('/cart');
  await expectAccessible(page);
  await shopper.open('/checkout');
  await expectAccessible(page);
  await shopper.placeButton.click();
  await expect(page.getByRole('textbox', { name: checkout.es.fields.name })).toHaveAttribute(
    'aria-invalid',
    'true',
  );
  await expectAccessible(page);

  await shopper.fillDetails();
  await shopper.placeButton.click();
  await shopper.choose();
  const { orderId } = shopper;
  await expectAccessible(page);
  const requestId = await shopper.openPayment();
  await expectAccessible(page);
  await shopper.payment.payButton.click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  await expectAccessible(page);
  await shopper.payment.pay('asksForChallenge', 'challenge');
  await expectAccessible(page);
  await shopper.payment.answer('wrong');
  await shopper.payment.expectOutcome('refused');
  await expectAccessible(page);
  await shopper.payment.tryAgain();
  await shopper.payment.pay('pendingThenApproved', 'pending');
  await expectAccessible(page);
  await shopper.payment.returnToShop();
  await shopper.expectStanding('processing');
  await expectAccessible(page);
  await gateway.approve(requestId);
  await shopper.openOrder(orderId);
  await shopper.expectStanding('paid');
  await expectAccessible(page);
});

test('the pages of an account have no barrier', async ({ page, shopper }) => {
  await shopper.haveAccount();
  await shopper.open('/orders');
  await expectAccessible(page);
  await shopper.haveOrder();
  await shopper.open('/orders');
  await expectAccessible(page);
  await shopper.open('/sign-in');
  await expectAccessible(page);
});

test('the ends of a payment have no barrier', async ({ page, shopper, gateway }) => {
  const { requestId } = await shopper.goAndPay();
  await page.getByRole('link', { name: /No deseo continuar/ }).click();
  await expect(page.getByRole('button', { name: /Sí, cancelar/ })).toBeVisible();
  await expectAccessible(page);
  await gateway.expire(requestId);
  await page.reload();
  await shopper.payment.expectOutcome('unavailable');
  await expectAccessible(page);
});

test('the gateway’s own pages have no barrier', async ({ page, place }) => {
  for (const path of ['/sandbox', `/sandbox/spa/session/1/${'0'.repeat(32)}`]) {
    await page.goto(`${place.gateway}${path}`);
    await expectAccessible(page);
  }
});
