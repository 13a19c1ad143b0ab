import { z } from 'zod';
import { defineFlow, paymentFor } from './flow';

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
    },
  },
  fields: [],
  input: z.strictObject({}),
  appliesTo: () => true,
  request: (order) => ({ payment: paymentFor(order) }),
});
