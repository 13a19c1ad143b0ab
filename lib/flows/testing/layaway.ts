import { z } from 'zod';
import { defineFlow, paymentFor } from '../flow';
import { refund } from '../follow-ups';
import { partial } from '../partial';

/**
 * A ninth way to pay, which only tests offer: parts, a question whose answer the gateway shows, and a card that may be
 * kept, which no other way puts together.
 */
export const layaway = defineFlow({
  slug: 'layaway',
  texts: {
    es: {
      title: 'Separado con abonos',
      summary: 'Abonas lo que quieras hasta completar, y recoges en la sede que elijas.',
      promise: 'Abonado por completo: te espera en la sede.',
      steps: [
        'Eliges dónde vas a recoger.',
        'En la página segura de PlacetoPay abonas lo que quieras, hasta completar.',
        'Si quieres, dejas guardada la tarjeta para el siguiente abono.',
      ],
      useCase: 'Un taller aparta una vajilla para una boda, y los novios la abonan antes de recogerla.',
      rules: ['Los abonos suman el total del pedido.', 'La sede se ve en la página de pago y en el recibo.'],
      unavailable: 'Un pedido sin nada por pagar no se separa.',
    },
    en: {
      title: 'Lay it away',
      summary: 'You put down what you like until it is complete, and collect it where you choose.',
      promise: 'Put down in full: it waits for you at the branch.',
      steps: [
        'You choose where to collect it.',
        'On the secure page of PlacetoPay you put down what you like, until it is complete.',
        'If you like, the card is kept for what you put down next.',
      ],
      useCase:
        'A pottery lays tableware away for a wedding, and the couple put money down before they collect it.',
      rules: [
        'What is put down adds up to the total of the order.',
        'The branch is on the payment page and on the receipt.',
      ],
      unavailable: 'With nothing to pay there is nothing to lay away.',
    },
  },
  fields: [
    {
      name: 'branch',
      kind: 'choice',
      label: { es: 'Sede donde recoges', en: 'Branch where you collect it' },
      options: [
        { value: 'carmen', label: { es: 'El Carmen de Viboral', en: 'El Carmen de Viboral' } },
        { value: 'cali', label: { es: 'Cali', en: 'Cali' } },
      ],
      initial: () => 'carmen',
    },
  ],
  states: partial.states,
  sample: { lines: [{ productSlug: 'vajilla-carmen', quantity: 1 }] },
  followUps: [refund],
  input: z.strictObject({ branch: z.enum(['carmen', 'cali'], 'unknown_choice') }),
  appliesTo: partial.appliesTo,
  request: (order, { branch }) => ({
    kind: 'SALE',
    payment: {
      ...paymentFor(order),
      allowPartial: true,
      subscribe: true,
      fields: [{ keyword: 'branch', value: branch, displayOn: 'both' }],
    },
  }),
});
