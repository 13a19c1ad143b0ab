import { z } from 'zod';
import { defineFlow, paymentFor } from './flow';
import { refund } from './follow-ups';
import { approved, created, ended, lastSession, pending, refunded, refused } from './states';

export const partial = defineFlow({
  slug: 'partial',
  texts: {
    es: {
      title: 'Pago en varias partes',
      summary: 'Reúnes el total con varias tarjetas o varias personas, en una sola página.',
      promise: 'Reunido por completo.',
      steps: [
        'Te llevamos a la página segura de PlacetoPay, con el total de tu pedido.',
        'Allí escribes cuánto pagar con cada tarjeta, y repites hasta completar.',
        'Puedes volver a la misma página mientras no venza: lo ya pagado está guardado.',
      ],
      useCase:
        'Una familia deja el anticipo de un viaje con dos tarjetas: la mitad con la de crédito y el resto con la débito, sin hacer dos compras.',
      rules: [
        'La suma de las partes es el total del pedido: ninguna puede pasar de lo que falta.',
        'No se envían impuestos ni detalles: se refieren al total, y aquí cada parte es un pago distinto.',
        'No se combina con pagos periódicos, dispersión ni preautorización.',
        'Si vence con una parte pagada, el pago termina y esa parte queda en tu pedido: la tienda la acepta, la devuelve o pide el resto en un pago nuevo.',
        'Las devoluciones se hacen parte por parte.',
      ],
      unavailable: 'Este pedido no tiene nada por pagar.',
    },
    en: {
      title: 'Pay in several parts',
      summary: 'You gather the total from several cards or people, on one page.',
      promise: 'Gathered in full.',
      steps: [
        'We take you to the secure page of PlacetoPay, with the total of your order.',
        'You write there how much each card pays, and go on until it is complete.',
        'You can return to the same page until it expires: what was paid is kept.',
      ],
      useCase:
        'A family pays the deposit of a trip with two cards: half with the credit card, the rest with the debit card, without buying twice.',
      rules: [
        'The parts add up to the total of the order: none may be more than what is missing.',
        'Taxes and details are not sent: they are about the total, and here each part is a payment of its own.',
        'It does not go with recurring payments, dispersion or preauthorization.',
        'If it expires with a part paid, the payment ends and that part stays with your order: the shop accepts it, gives it back, or asks for the rest in a new payment.',
        'Refunds are made part by part.',
      ],
      unavailable: 'There is nothing to pay for this order.',
    },
  },
  fields: [],
  states: [
    { ...created, next: ['refused', 'pending', 'part', 'approved', 'ended'] },
    { ...refused, next: ['pending', 'part', 'approved', 'ended'] },
    { ...pending, next: ['refused', 'part', 'approved', 'ended', 'expired_part'] },
    {
      name: 'part',
      label: { es: 'Pagado en parte', en: 'Partly paid' },
      next: ['approved', 'expired_part'],
      isAt: (order) => lastSession(order)?.status === 'APPROVED_PARTIAL',
    },
    {
      name: 'expired_part',
      label: { es: 'Venció con una parte pagada', en: 'Expired, partly paid' },
      next: ['approved', 'refunded'],
      isAt: (order) => lastSession(order)?.status === 'PARTIAL_EXPIRED',
    },
    ended,
    approved,
    refunded,
  ],
  sample: { lines: [{ productSlug: 'vuelo-cartagena', quantity: 2 }] },
  followUps: [refund],
  input: z.strictObject({}),
  appliesTo: (order) => order.total.minor > 0n,
  request: (order) => ({ kind: 'SALE', payment: { ...paymentFor(order), allowPartial: true } }),
});
