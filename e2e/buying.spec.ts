import { account } from '@/lib/dictionaries/account';
import { cart } from '@/lib/dictionaries/cart';
import { checkout } from '@/lib/dictionaries/checkout';
import { orders } from '@/lib/dictionaries/orders';
import { expect, test } from './fixtures';
import { password } from './people';

/** The main job, in the ways people do it: each language meets each screen, scripts or none, and an account or none. */
const ways = [
  { language: 'es', scripts: true, screen: 'desktop', account: false },
  { language: 'es', scripts: false, screen: 'phone', account: true },
  { language: 'en', scripts: true, screen: 'phone', account: true },
  { language: 'en', scripts: false, screen: 'desktop', account: false },
] as const;

const screens = { desktop: { width: 1280, height: 800 }, phone: { width: 360, height: 740 } };

for (const { language, scripts, screen, account: signedIn } of ways) {
  const who = signedIn ? 'somebody with an account' : 'a guest';
  const how = `${language === 'es' ? 'Spanish' : 'English'}, ${scripts ? 'with' : 'without'} JavaScript, on a ${screen}`;

  test.describe(how, () => {
    test.use({ language, javaScriptEnabled: scripts, viewport: screens[screen] });

    test(`${who} buys in ${how}`, async ({ page, shopper, gateway }) => {
      if (signedIn) await shopper.register();
      await shopper.addToCart();
      const orderId = await shopper.placeOrder();
      await expectNoSidewaysScroll();
      await expectTheCartToSayIt();
      await shopper.openPayment();
      await expectNoSidewaysScroll();
      expect(new URL(page.url()).origin, 'the gateway is another origin').not.toBe(shopper.store);

      await shopper.payment.pay('approved', 'approved');
      await expectNoSidewaysScroll();
      await shopper.payment.returnToShop();

      await shopper.expectStanding('paid');
      expect(shopper.orderId).toBe(orderId);
      await expectNoSidewaysScroll();
      await expectReceipt();
      await expectSameBooks();
      await expectWayBack();

      /** The cart became the order: it leads nowhere any more, and whoever opens it all the same reads where it went. */
      async function expectTheCartToSayIt() {
        const payPath = new URL(page.url()).pathname.replace(`/${language}`, '');
        const way = page.getByRole('list', { name: checkout[language].steps.label });
        await expect(way.getByRole('link')).toHaveCount(0);
        await shopper.open('/cart');
        const said = page.getByText(cart[language].unpaid);
        await expect(said.getByRole('link', { name: /^LAD-/ })).toHaveAttribute(
          'href',
          `/${language}/orders/${orderId}`,
        );
        await shopper.open(payPath);
      }

      async function expectReceipt() {
        await expect(shopper.attempts).toHaveCount(1);
        const attempt = shopper.attempts.first();
        await expect(attempt).toContainText(/0081/);
        await expect(attempt).toContainText(orders[language].attempts.transactions.APPROVED);
        await expect(attempt).toContainText(orders[language].attempts.facts.authorization);
      }

      async function expectSameBooks() {
        const [reference = ''] = await shopper.references();
        const ledger = await gateway.ledger(reference);
        expect(ledger.approved).toEqual({ COP: '62000.00' });
        expect(ledger.transactions).toHaveLength(1);
        await expect(page.getByRole('main')).toContainText(/62[.,]000/);
      }

      async function expectWayBack() {
        if (!signedIn) {
          await expect(page.getByText(orders[language].keep.title)).toBeVisible();
          return;
        }
        await shopper.open('/orders');
        await expect(shopper.orderLinks).toHaveCount(1);
      }

      async function expectNoSidewaysScroll() {
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow, `sideways scroll of ${page.url()}`).toBeLessThanOrEqual(0);
      }
    });
  });
}

test('somebody signs in half-way through buying and keeps the cart', async ({ page, shopper }) => {
  await shopper.register();
  await shopper.signOut();
  await shopper.addToCart();
  await shopper.open('/checkout');
  await page.getByRole('link', { name: /Inicia sesión/ }).click();
  await page.getByRole('textbox', { name: account.es.signIn.email, exact: true }).fill(shopper.person.email);
  await page.getByLabel(account.es.signIn.password, { exact: true }).fill(password);
  await page.getByRole('button', { name: account.es.signIn.button, exact: true }).click();
  await expect(shopper.placeButton).toBeVisible();
  await expect(page.getByText(shopper.fullName).first()).toBeVisible();
});
