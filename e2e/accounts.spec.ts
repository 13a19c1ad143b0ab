import type { Page } from '@playwright/test';
import { account } from '@/lib/dictionaries/account';
import { orders } from '@/lib/dictionaries/orders';
import { problems } from '@/lib/dictionaries/problems';
import { shop } from '@/lib/dictionaries/shop';
import { expect, test } from './fixtures';
import { expectRefused, post, readForm } from './forms';
import { password, somebody } from './people';

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: scripts });

    test(`somebody registers, signs out and signs in again, ${scripts ? 'with' : 'without'} JavaScript`, async ({
      page,
      shopper,
    }) => {
      await shopper.register();
      await shopper.signOut();
      await shopper.open('/orders');
      await expect(
        page.getByText(orders.es.whose.guest).or(page.getByText(orders.es.signInInstead)).first(),
      ).toBeVisible();
      await shopper.signIn();
      await expect(shopper.heading(orders.es.title)).toBeVisible();
    });
  });
}

test('a wrong name and a wrong password answer alike', async ({ shopper, somebodyElse }) => {
  await shopper.haveAccount();
  const stranger = await somebodyElse();
  await stranger.signIn({ email: shopper.person.email, password: 'esta no es la clave' });
  const wrongPassword = await whatItSays(stranger.page);
  await stranger.signIn({ email: somebody().email, password: 'esta no es la clave' });
  const wrongName = await whatItSays(stranger.page);
  expect(wrongName).toBe(wrongPassword);
  expect(wrongName).toContain(problems.es.wrong_credentials);
});

test('what was typed stays after a wrong password, except the password', async ({ page, shopper }) => {
  await shopper.signIn({ password: 'esta no es la clave' });
  await expect(page.getByText(problems.es.wrong_credentials)).toBeVisible();
  await expect(page.getByRole('textbox', { name: account.es.signIn.email })).toHaveValue(
    shopper.person.email,
  );
  await expect(page.getByLabel(account.es.signIn.password, { exact: true })).toHaveValue('');
});

test('after too many wrong passwords even the right one waits', async ({ page, shopper, somebodyElse }) => {
  await shopper.haveAccount();
  const guesser = await somebodyElse();
  const form = await readForm(guesser, '/sign-in', 'password');
  for (let guess = 0; guess < 10; guess += 1) {
    const set = { email: shopper.person.email, password: `clave numero ${guess}` };
    await expectRefused(await post(guesser, form, { set }), problems.es.wrong_credentials);
  }
  await guesser.signIn({ email: shopper.person.email });
  await expect(guesser.page.getByText(problems.es.too_many_tries)).toBeVisible();
  await shopper.open('/orders');
  await expect(page.getByText(shopper.fullName).first(), 'who is signed in stays so').toBeVisible();
});

test('whoever is signed in finds an account where a guest finds a form', async ({ page, shopper }) => {
  await shopper.haveAccount();
  for (const path of ['/sign-in', '/register']) {
    await shopper.open(path);
    await expect(shopper.heading(shop.es.account)).toBeVisible();
    await expect(page).toHaveTitle(new RegExp(`^${shop.es.account}`));
  }
  await page.getByRole('main').getByRole('link', { name: account.es.myOrders }).click();
  await expect(shopper.heading(orders.es.title)).toBeVisible();
});

test('signing out everywhere ends the session of the other browser too', async ({
  shopper,
  somebodyElse,
}) => {
  await shopper.haveAccount();
  const otherBrowser = await somebodyElse();
  await otherBrowser.beSignedIn({ email: shopper.person.email, password });
  await otherBrowser.open('/orders');
  await expect(otherBrowser.page.getByText(shopper.fullName).first()).toBeVisible();

  await shopper.open('/sign-in');
  await shopper.page.getByRole('button', { name: account.es.signOutEverywhere }).click();
  await expect(
    shopper.page.getByRole('button', { name: account.es.signIn.button, exact: true }),
  ).toBeVisible();

  await otherBrowser.open('/sign-in');
  await expect(
    otherBrowser.page.getByRole('button', { name: account.es.signIn.button, exact: true }),
  ).toBeVisible();
});

test('signing out here leaves the other browser signed in', async ({ shopper, somebodyElse }) => {
  await shopper.haveAccount();
  const otherBrowser = await somebodyElse();
  await otherBrowser.beSignedIn({ email: shopper.person.email, password });
  await otherBrowser.open('/orders');
  await shopper.signOut();
  await otherBrowser.open('/orders');
  await expect(otherBrowser.page.getByText(shopper.fullName).first()).toBeVisible();
});

test('the next person at the same browser sees nothing of who signed out', async ({ page, shopper }) => {
  await shopper.haveAccount();
  const orderId = await shopper.haveOrder();
  await shopper.signOut();
  const answer = await shopper.open(`/orders/${orderId}`);
  expect(answer?.status()).toBe(404);
  await shopper.open('/orders');
  await expect(page.getByText(orders.es.none)).toBeVisible();
});

test('an account needs a password of some length, and an e-mail nobody has', async ({ page, shopper }) => {
  const texts = account.es.register;
  await shopper.open('/register');
  await page.getByRole('textbox', { name: texts.name, exact: true }).fill(shopper.fullName);
  await page.getByRole('textbox', { name: texts.email, exact: true }).fill(shopper.person.email);
  await page.getByLabel(texts.password, { exact: true }).fill('corta');
  await page.getByRole('button', { name: texts.button, exact: true }).click();
  await expect(page.getByText(problems.es.weak_password)).toBeVisible();
  await expect(page.getByRole('textbox', { name: texts.name, exact: true })).toHaveValue(shopper.fullName);
  await page.getByLabel(texts.password, { exact: true }).fill(password);
  await page.getByRole('button', { name: texts.button, exact: true }).click();
  await expect(shopper.heading(orders.es.title)).toBeVisible();
});

test('signing in never leads to another site', async ({ context, page, shopper }) => {
  await shopper.haveAccount();
  const { email } = shopper.person;
  for (const to of ['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
    await context.clearCookies();
    const address = `/sign-in?to=${encodeURIComponent(to)}`;
    const form = await readForm(shopper, address, 'password');
    const answer = await post(shopper, form, { set: { email, password } });
    expect(new URL(answer.headers().location ?? '', shopper.store).href, to).toBe(shopper.at('/orders'));
  }
  // The scripts of the page follow the answer too.
  await context.clearCookies();
  await shopper.open('/sign-in?to=//evil.example');
  await page.getByRole('textbox', { name: account.es.signIn.email }).fill(email);
  await page.getByLabel(account.es.signIn.password, { exact: true }).fill(password);
  await page.getByRole('button', { name: account.es.signIn.button, exact: true }).click();
  await expect(shopper.heading(orders.es.title)).toBeVisible();
  expect(new URL(page.url()).origin).toBe(shopper.store);
});

/** The sentence above the form. Next keeps an empty alert of its own on every page. */
async function whatItSays(page: Page): Promise<string> {
  const alert = page.getByRole('main').getByRole('alert');
  await expect(alert).toHaveText(/\S/);
  return alert.innerText();
}
