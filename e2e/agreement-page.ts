import { expect, type Page } from '@playwright/test';
import { cards, cvv, type Card } from './cards';
import type { Person } from './people';

/** The gateway's page of an automatic payment, as a payer whom nobody introduced meets it in either language. */
const words = {
  email: /Correo electrónico|E-mail address/,
  next: /^(Continuar|Continue)$/,
  accept: /^(Acepto|I accept)/,
  card: /^(Continuar con la tarjeta|Continue with the card)$/,
  authorise:
    /^(Autorizar el pago automático|Authorise the automatic payment|Usar esta tarjeta|Use this card)$/,
  approved: /Transacción aprobada|Transaction approved/,
  back: /Volver al comercio|Back to the shop/,
} as const;

/** Says who pays, accepts the terms, gives the card and comes back. */
export async function acceptTerms(page: Page, { person, card }: { person: Person; card: Card }) {
  const fill = (label: RegExp | string, value: string) => page.getByLabel(label).first().fill(value);
  await fill(words.email, person.email);
  await page.getByRole('button', { name: words.next }).click();
  await page.getByRole('checkbox', { name: words.accept }).check();
  await page.getByRole('button', { name: words.card }).click();
  await fill(/Número de la tarjeta|Card number/, cards[card]);
  await fill(/Vencimiento|Expiry date/, '12/30');
  await page.getByLabel('CVV', { exact: true }).fill(cvv);
  await fill(/^(Nombre|First name)/, person.name);
  await fill(/^(Apellido|Last name)/, person.surname);
  await page
    .getByLabel(/Tipo de documento|Document type/)
    .first()
    .selectOption('CC');
  await fill(/Número de documento|Document number/, person.document);
  await fill(/^(Teléfono|Phone)$/, '3005550199');
  await page.getByRole('button', { name: words.authorise }).click();
  await expect(page.getByRole('heading', { level: 1, name: words.approved })).toBeVisible();
  await page.getByRole('link', { name: words.back }).click();
}
