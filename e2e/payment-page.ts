import { expect, type Page } from '@playwright/test';
import { cards, codes, cvv, type Card } from './cards';

/** The gateway's page, as a payer meets it in either language. */
const words = {
  byCard: /^(Pago con tarjeta|Pay by card)/,
  card: /Número de la tarjeta|Card number/,
  expiry: /Vencimiento|Expiry date/,
  // What is held is not paid; where a card is only kept, nothing is paid and the button says just that.
  pay: /^(Pagar|Pay|Reservar|Hold) |^(Continuar|Continue)$/,
  code: /Código de un solo uso|Código de verificación|One-time code|Verification code/,
  confirm: /^(Confirmar|Verificar|Confirm|Verify)$/,
  retry: /Intentar de nuevo|Try again/,
  back: /Volver al comercio|Back to the shop/,
  leave: /No deseo continuar|I don't want to continue/,
  yesLeave: /Sí, cancelar el pago|Yes, cancel the payment/,
  outcomes: {
    approved: /Transacción aprobada|Transaction approved/,
    refused: /Transacción rechazada|Transaction rejected/,
    pending: /Transacción pendiente|Transaction pending/,
    failed: /No pudimos completar|We could not complete/,
    unavailable: /Sesión no disponible|Session not available/,
    challenge: /verificar que eres tú|check that it is you/,
    oneTimeCode: /código de tu banco|your bank's code/,
  },
} as const;

export type Outcome = keyof typeof words.outcomes;

export class PaymentPage {
  constructor(readonly page: Page) {}

  /** The number in the gateway's own address. */
  get requestId(): number {
    const id = /\/session\/(\d+)\//.exec(this.page.url())?.[1];
    if (!id) throw new Error(`Not a payment page: ${this.page.url()}`);
    return Number(id);
  }

  get payButton() {
    return this.page.getByRole('button', { name: words.pay });
  }

  get backToShop() {
    return this.page.getByRole('link', { name: words.back });
  }

  /** The card's form; where the payer has a choice, he takes the card. */
  async expectForm(): Promise<void> {
    const number = this.page.getByLabel(words.card);
    const choice = this.page.getByRole('link', { name: words.byCard });
    await expect(number.or(choice)).toBeVisible();
    if (await choice.isVisible()) await choice.click();
    await expect(number).toBeVisible();
  }

  outcome(outcome: Outcome) {
    return this.page.getByRole('heading', { name: words.outcomes[outcome], level: 1 });
  }

  async expectOutcome(outcome: Outcome): Promise<void> {
    await expect(this.outcome(outcome)).toBeVisible();
  }

  /** Fills the card in, and pays nothing yet. */
  async fillCard(card: Card): Promise<void> {
    await this.expectForm();
    await this.page.getByLabel(words.card).fill(cards[card]);
    await this.page.getByLabel(words.expiry).fill('12/30');
    await this.page.getByLabel('CVV', { exact: true }).fill(cvv);
  }

  async pay(card: Card, outcome: Outcome): Promise<void> {
    await this.fillCard(card);
    await this.payButton.click();
    await this.expectOutcome(outcome);
  }

  async answer(code: keyof typeof codes): Promise<void> {
    await this.page.getByLabel(words.code).fill(codes[code]);
    await this.page.getByRole('button', { name: words.confirm }).click();
  }

  get retryLink() {
    return this.page.getByRole('link', { name: words.retry });
  }

  async tryAgain(): Promise<void> {
    await this.retryLink.click();
    await this.expectForm();
  }

  async returnToShop(): Promise<void> {
    await this.backToShop.click();
  }

  /** "I don't want to continue", and yes. */
  async leave(): Promise<void> {
    await this.page.getByRole('link', { name: words.leave }).click();
    await this.page.getByRole('button', { name: words.yesLeave }).click();
  }
}
