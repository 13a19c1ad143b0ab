import { z } from 'zod';
import { defineFlow, paymentFor } from './flow';
import { refund } from './follow-ups';
import { saleStates } from './states';

export const basic = defineFlow({
  slug: 'basic',
  texts: {
    es: {
      title: 'Pago en una sola vez',
      summary: 'Pagas todo ahora, con el medio que prefieras.',
      promise: 'Pagado por completo.',
      steps: [
        'Te llevamos a la página segura de PlacetoPay.',
        'Allí eliges cómo pagar: aquí no pedimos ni guardamos datos de tarjetas.',
        'Vuelves a Ladera y te mostramos el resultado.',
      ],
      useCase: 'Una tienda vende una bolsa de café: un pedido, un pago, y el pedido sale ese mismo día.',
      rules: [
        'Se cobra el total, ni más ni menos, en la moneda del pedido.',
        'Un intento rechazado no termina el pago: se puede probar otra tarjeta en la misma página.',
        'La página vence a los 30 minutos; si nadie pagó, no se cobró nada.',
        'Mientras un pago está en proceso no se puede empezar otro.',
      ],
      unavailable: 'Este pedido no tiene nada por pagar.',
    },
    en: {
      title: 'Pay in one go',
      summary: 'You pay everything now, the way you prefer.',
      promise: 'Paid in full.',
      steps: [
        'We take you to the secure page of PlacetoPay.',
        'You choose there how to pay: we neither ask for card data nor keep any.',
        'You come back to Ladera and see the outcome.',
      ],
      useCase: 'A shop sells a bag of coffee: one order, one payment, and the parcel leaves the same day.',
      rules: [
        'The total is charged, no more and no less, in the currency of the order.',
        'A refused attempt does not end the payment: another card can be tried on the same page.',
        'The page expires after 30 minutes; if nobody paid, nothing was charged.',
        'While a payment is being processed, another one cannot be started.',
      ],
      unavailable: 'There is nothing to pay for this order.',
    },
  },
  fields: [],
  states: saleStates,
  sample: { lines: [{ productSlug: 'cafe-narino', quantity: 1 }] },
  followUps: [refund],
  input: z.strictObject({}),
  appliesTo: (order) => order.total.minor > 0n,
  takesKeptCard: true,
  request: (order) => ({ kind: 'SALE', payment: paymentFor(order) }),
});
