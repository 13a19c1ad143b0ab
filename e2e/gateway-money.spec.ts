import type { Page } from '@playwright/test';
import { expectAccessible } from './axe';
import { cards, cvv } from './cards';
import { expect, test } from './fixtures';
import { createSession } from './merchant';
import type { Place } from './servers';

/** What the payment page says of the payer's money where it is not simply paid. */

const texts = {
  es: {
    hold: {
      summary: /Valor a reservar\s*\$45\.000,00 COP/,
      button: 'Reservar $45.000,00 COP',
      done: 'Se reservaron $45.000,00 COP en tu tarjeta. Todavía no se cobró nada.',
      after: /Valor reservado\s*\$45\.000,00 COP/,
    },
    repeated: {
      before: 'Hoy $45.000,00 COP; después, cada mes desde el 30 de enero de 2099, 12 veces más.',
      after: 'Pagaste $45.000,00 COP; después se cobra cada mes desde el 30 de enero de 2099, 12 veces más.',
    },
    keep: {
      note: 'Vas a guardar tu tarjeta. No se cobra nada.',
      button: 'Continuar',
      policy: /^Al continuar aceptas/,
      heading: 'Tarjeta guardada',
      nothing: 'No se cobró nada.',
    },
    pay: /^Pagar /,
    paying: /Pagas como|Al pagar/,
    total: /Total (a pagar|pagado)/,
    approved: 'Transacción aprobada',
    rejected: 'Transacción rechazada',
    refused: 'No se hizo ningún cobro.',
    wrongCode: 'El código no era correcto. No se hizo ningún cobro.',
    part: 'Pagar este valor',
    received: 'Recibimos $15.000,00 COP. Faltan $30.000,00 COP.',
    refusedPart: 'Con este intento no se hizo ningún cobro.',
  },
  en: {
    hold: {
      summary: /Amount to hold\s*\$45,000\.00 COP/,
      button: 'Hold $45,000.00 COP',
      done: '$45,000.00 COP is held on your card. Nothing has been charged yet.',
      after: /Amount held\s*\$45,000\.00 COP/,
    },
    repeated: {
      before: 'Today $45,000.00 COP; then every month from January 30, 2099, 12 more times.',
      after: 'You paid $45,000.00 COP; it is charged again every month from January 30, 2099, 12 more times.',
    },
    keep: {
      note: 'You are about to save your card. Nothing is charged.',
      button: 'Continue',
      policy: /^By continuing you accept/,
      heading: 'Card saved',
      nothing: 'Nothing was charged.',
    },
    pay: /^Pay /,
    paying: /You pay as|By paying/,
    total: /Total (to pay|paid)/,
    approved: 'Transaction approved',
    rejected: 'Transaction rejected',
    refused: 'Nothing was charged.',
    wrongCode: 'The code was not right. Nothing was charged.',
    part: 'Pay this amount',
    received: 'We received $15,000.00 COP. $30,000.00 COP is left to pay.',
    refusedPart: 'This attempt charged nothing.',
  },
} as const;

const seenAs = [
  { language: 'es', javaScriptEnabled: true, width: 360 },
  { language: 'en', javaScriptEnabled: false, width: 1280 },
] as const;

async function openPage(page: Page, place: Place, language: 'es' | 'en', changes: object = {}) {
  const { processUrl } = await createSession(place, {
    origin: 'https://shop.example',
    locale: `${language}_CO`,
    ...changes,
  });
  await page.goto(processUrl);
}

async function submit(page: Page, button: string | RegExp, card: keyof typeof cards, amount?: string) {
  await page.locator('input[name="number"]').fill(cards[card]);
  await page.locator('input[name="expiry"]').fill('12/30');
  await page.locator('input[name="cvv"]').fill(cvv);
  if (amount) await page.locator('input[name="amount"]').fill(amount);
  await page.getByRole('button', { name: button }).click();
}

for (const { language, javaScriptEnabled, width } of seenAs) {
  test.describe(`in ${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript, ${width} px`, () => {
    test.use({ javaScriptEnabled, viewport: { width, height: 740 } });
    const t = texts[language];

    const expectHeading = async (page: Page, name: string) => {
      await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
    };

    test('what is held is not called paid', async ({ page, place }) => {
      await openPage(page, place, language, { type: 'checkin' });
      await expect(page.getByRole('complementary')).toContainText(t.hold.summary);
      await expect(page.getByText(t.paying)).toHaveCount(0);
      await submit(page, t.hold.button, 'approved');
      await expectHeading(page, t.approved);
      await expect(page.getByText(t.hold.done)).toBeVisible();
      await expect(page.getByRole('complementary')).toContainText(t.hold.after);
      await expect(page.getByText(t.total)).toHaveCount(0);
    });

    test('a repeated payment says when it is charged again, before and after', async ({ page, place }) => {
      const recurring = { periodicity: 'M', interval: 1, nextPayment: '2099-01-30', maxPeriods: 12 };
      await openPage(page, place, language, { payment: { recurring } });
      await expect(page.getByText(t.repeated.before)).toBeVisible();
      await submit(page, t.pay, 'approved');
      await expectHeading(page, t.approved);
      await expect(page.getByText(t.repeated.after)).toBeVisible();
    });

    test('a card is saved without a charge, and the page says so', async ({ page, place }) => {
      await openPage(page, place, language, { subscription: { reference: 'KEPT', description: 'Club' } });
      await expect(page.getByText(t.keep.note)).toHaveCount(2);
      await expect(page.getByText(t.keep.policy)).toBeVisible();
      await expect(page.getByText(t.paying)).toHaveCount(0);
      await submit(page, t.keep.button, 'approved');
      await expectHeading(page, t.keep.heading);
      await expect(page.getByText(t.keep.nothing)).toBeVisible();
    });

    test('a refusal says that nothing was charged, and whether the code was wrong', async ({
      page,
      place,
    }) => {
      await openPage(page, place, language);
      await submit(page, t.pay, 'refused');
      await expectHeading(page, t.rejected);
      await expect(page.getByText(t.refused, { exact: true })).toBeVisible();
      for (const card of ['asksForChallenge', 'asksForOneTimeCode'] as const) {
        await openPage(page, place, language);
        await submit(page, t.pay, card);
        await page.locator('input[name="code"]').fill('999');
        await page.locator('main form').getByRole('button').click();
        await expectHeading(page, t.rejected);
        await expect(page.getByText(t.wrongCode)).toBeVisible();
      }
    });

    test('after a part the rest is what counts, also when the next part is refused', async ({
      page,
      place,
    }) => {
      await openPage(page, place, language, { payment: { allowPartial: true } });
      await submit(page, t.part, 'approved', '15000');
      await expect(page.getByText(t.received)).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      await submit(page, t.part, 'refused', '15000');
      await expectHeading(page, t.rejected);
      await expect(page.getByText(t.refusedPart)).toBeVisible();
    });
  });
}
