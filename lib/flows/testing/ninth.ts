import { z } from 'zod';
import { defineFlow, paymentFor } from '../flow';
import { saleStates } from '../states';

/** A way to pay that nobody offers: what the tests add to the registry, to see that one file and one name are enough. */
export const ninth = defineFlow({
  slug: 'round-up',
  texts: {
    es: {
      title: 'Pago con vuelto solidario',
      summary: 'Pagas, y dices a quién le dejas el vuelto.',
      promise: 'Pagado, con el vuelto en buenas manos.',
      steps: ['Dices a quién va el vuelto.', 'Pagas en PlacetoPay.'],
      useCase: 'Una panadería junta las monedas para la banda del pueblo.',
      rules: ['El vuelto no pasa de mil pesos.'],
      unavailable: 'Un pedido gratis no tiene vuelto.',
    },
    en: {
      title: 'Pay and leave the change',
      summary: 'You pay, and say who gets the change.',
      promise: 'Paid, with the change in good hands.',
      steps: ['You say who gets the change.', 'You pay at PlacetoPay.'],
      useCase: 'A bakery gathers coins for the village band.',
      rules: ['The change is never more than a thousand pesos.'],
      unavailable: 'An order that is free leaves no change.',
    },
  },
  fields: [
    {
      name: 'cause',
      kind: 'choice',
      label: { es: 'Para quién es el vuelto', en: 'Who gets the change' },
      options: [
        { value: 'band', label: { es: 'La banda', en: 'The band' } },
        { value: 'school', label: { es: 'La escuela', en: 'The school' } },
      ],
      initial: () => 'band',
    },
  ],
  states: saleStates,
  sample: { lines: [{ productSlug: 'cafe-narino', quantity: 1 }] },
  followUps: [],
  input: z.strictObject({ cause: z.enum(['band', 'school'], 'unknown_choice') }),
  appliesTo: ({ total }) => total.minor > 0n,
  request: (order, { cause }) => ({
    kind: 'SALE',
    payment: {
      ...paymentFor(order),
      fields: [{ keyword: 'cause', value: cause, displayOn: 'both' }],
    },
  }),
});
