import { z } from 'zod';
import { defineFlow } from './flow';
import { created, ended, lastSession } from './states';

export const subscription = defineFlow({
  slug: 'subscription',
  texts: {
    es: {
      title: 'Registrar una tarjeta',
      summary: 'Guardas tu tarjeta para después. Hoy no se cobra nada.',
      promise: 'Tarjeta registrada, sin cobro.',
      steps: [
        'Te llevamos a la página segura de PlacetoPay.',
        'Allí escribes la tarjeta: PlacetoPay la guarda y a nosotros nos da una clave en su lugar.',
        'Vuelves a Ladera; la clave queda cifrada y solo sirve para tu cuenta.',
      ],
      useCase:
        'Un gimnasio regala el primer mes: pide una tarjeta al inscribirte y no cobra nada hasta que termina la prueba.',
      rules: [
        'No se cobra nada y la página no muestra ningún valor.',
        'La tarjeta se guarda solo para la cuenta de quien la registró. Sin cuenta no se guarda.',
        'Aquí nunca se ve el número de la tarjeta: solo su marca, su final y su vencimiento.',
        'Un intento rechazado cuenta: con diez, el registro termina.',
      ],
      unavailable: 'Solo para pedidos que no cuestan nada: este tiene un valor por pagar.',
    },
    en: {
      title: 'Register a card',
      summary: 'You keep your card for later. Nothing is charged today.',
      promise: 'Card registered, nothing charged.',
      steps: [
        'We take you to the secure page of PlacetoPay.',
        'You write the card there: PlacetoPay keeps it, and gives us a token in its place.',
        'You come back to Ladera; the token is sealed and works for your account alone.',
      ],
      useCase:
        'A gym gives the first month away: it asks for a card when you join and charges nothing until the trial is over.',
      rules: [
        'Nothing is charged, and the page shows no amount.',
        'The card is kept only for the account that registered it. Without an account it is not kept.',
        'The card’s number is never seen here: only its brand, its ending and its expiry.',
        'A refused attempt counts: after ten the registration ends.',
      ],
      unavailable: 'Only for orders that cost nothing: this one has an amount to pay.',
    },
  },
  fields: [],
  states: [
    { ...created, next: ['registered', 'ended'] },
    ended,
    {
      name: 'registered',
      label: { es: 'Tarjeta registrada', en: 'Card registered' },
      next: [],
      isAt: (order) => lastSession(order)?.status === 'APPROVED',
    },
  ],
  sample: { lines: [{ productSlug: 'club-cafe-prueba', quantity: 1 }] },
  followUps: [],
  input: z.strictObject({}),
  appliesTo: (order) => order.total.minor === 0n,
  request: (order) => ({ kind: 'TOKEN', subscription: { description: `Ladera ${order.number}` } }),
});
