import { z } from 'zod';
import { defineFlow, paymentFor } from './flow';
import { refund } from './follow-ups';
import { saleStates } from './states';

export const payAndSubscribe = defineFlow({
  slug: 'pay-and-subscribe',
  texts: {
    es: {
      title: 'Pagar y guardar la tarjeta',
      summary: 'Pagas ahora y decides allí mismo si guardas la tarjeta.',
      promise: 'Pagado por completo; la tarjeta, solo si la guardaste.',
      steps: [
        'Te llevamos a la página segura de PlacetoPay.',
        'Pagas como siempre; un interruptor, apagado al abrir, pregunta si guardas la tarjeta.',
        'Vuelves a Ladera con el pedido pagado, hayas aceptado o no.',
      ],
      useCase:
        'Una tienda de café ofrece recordar tu tarjeta para la próxima bolsa: aceptas si quieres, y si no, igual compras.',
      rules: [
        'Se cobra el total del pedido, con o sin tarjeta guardada.',
        'Guardar es decisión de quien paga, en la página de PlacetoPay. Sin su permiso no recibimos nada que guardar.',
        'La clave se guarda cifrada y solo para la cuenta de quien pagó. Sin cuenta no se guarda.',
        'Solo se guardan tarjetas: otros medios pagan, pero no quedan registrados.',
      ],
      unavailable: 'Este pedido no tiene nada por pagar.',
    },
    en: {
      title: 'Pay and keep the card',
      summary: 'You pay now, and decide there whether the card is kept.',
      promise: 'Paid in full; the card, only if you kept it.',
      steps: [
        'We take you to the secure page of PlacetoPay.',
        'You pay as ever; a switch, off at first, asks whether the card is to be kept.',
        'You come back to Ladera with the order paid, whether you agreed or not.',
      ],
      useCase:
        'A coffee shop offers to remember your card for the next bag: you agree if you like, and if not you buy all the same.',
      rules: [
        'The total of the order is charged, with or without a kept card.',
        'Keeping it is the payer’s decision, on PlacetoPay’s page. Without leave we receive nothing to keep.',
        'The token is kept sealed, and only for the account of who paid. Without an account it is not kept.',
        'Only cards are kept: other means pay, but are not registered.',
      ],
      unavailable: 'There is nothing to pay for this order.',
    },
  },
  fields: [],
  states: saleStates,
  sample: { lines: [{ productSlug: 'cafe-narino', quantity: 2 }] },
  followUps: [refund],
  input: z.strictObject({}),
  appliesTo: (order) => order.total.minor > 0n,
  request: (order) => ({ kind: 'SALE', payment: { ...paymentFor(order), subscribe: true } }),
});
