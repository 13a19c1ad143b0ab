import { z } from 'zod';
import { attempts } from '@/lib/domain/transaction';
import { defineFlow, paymentFor } from './flow';
import { confirm, decline, refund } from './follow-ups';
import { approved, created, ended, lastSession, pending, refunded } from './states';

export const confirmation = defineFlow({
  slug: 'confirmation',
  texts: {
    es: {
      title: 'Pago que la tienda confirma',
      summary: 'Das los datos, la tienda revisa, y solo entonces se pide el cobro.',
      promise: 'Confirmado y pagado por completo.',
      steps: [
        'En la página segura de PlacetoPay das los datos de tu medio de pago. Todavía no se cobra.',
        'Vuelves a Ladera de una vez, y la tienda revisa el pedido.',
        'Si lo confirma, PlacetoPay pide el cobro al banco; si lo declina, no se cobra nada.',
      ],
      useCase:
        'Una agencia vende el último asiento de un vuelo: mira que siga libre antes de cobrar, y si ya no está, nadie tiene que devolver nada.',
      rules: [
        'Hasta que la tienda confirma, el banco no sabe del pago y no hay nada reservado.',
        'El banco puede rechazar al confirmar: el pago termina y hay que hacer uno nuevo.',
        'Si nadie confirma a tiempo, PlacetoPay lo rechaza. No publica cuánto dura ese plazo.',
        'Solo con pagos sencillos: ni partes, ni periódicos, ni dispersión, ni preautorización, ni guardar la tarjeta.',
        'PlacetoPay lo habilita comercio por comercio.',
      ],
      unavailable: 'Este pedido no tiene nada por pagar.',
    },
    en: {
      title: 'A payment the shop confirms',
      summary: 'You give the details, the shop reviews, and only then the charge is asked for.',
      promise: 'Confirmed and paid in full.',
      steps: [
        'On the secure page of PlacetoPay you give the details of your means of payment. Nothing is charged yet.',
        'You come back to Ladera at once, and the shop reviews the order.',
        'If it confirms, PlacetoPay asks the bank for the charge; if it declines, nothing is charged.',
      ],
      useCase:
        'An agency sells the last seat of a flight: it checks that the seat is free before charging, and if it is gone nobody has to give anything back.',
      rules: [
        'Until the shop confirms, the bank knows nothing of the payment and nothing is held.',
        'The bank may refuse on confirmation: the payment ends, and a new one has to be made.',
        'If nobody confirms in time, PlacetoPay refuses it. It does not publish how long that is.',
        'Only with simple payments: no parts, no recurring, no dispersion, no preauthorization, no kept card.',
        'PlacetoPay enables it merchant by merchant.',
      ],
      unavailable: 'There is nothing to pay for this order.',
    },
  },
  fields: [],
  states: [
    { ...created, next: ['waiting', 'ended'] },
    { ...pending, next: ['approved', 'ended'] },
    {
      name: 'waiting',
      label: { es: 'Espera a la tienda', en: 'Waits for the shop' },
      next: ['pending', 'approved', 'ended'],
      isAt: (order) =>
        attempts(lastSession(order)?.transactions ?? []).some(
          ({ status }) => status === 'PENDING_CONFIRMATION',
        ),
    },
    ended,
    approved,
    refunded,
  ],
  sample: { lines: [{ productSlug: 'vuelo-cartagena', quantity: 1 }] },
  followUps: [confirm, decline, refund],
  input: z.strictObject({}),
  appliesTo: (order) => order.total.minor > 0n,
  request: (order) => ({
    kind: 'SALE',
    payment: paymentFor(order),
    metadata: { requiresConfirmation: true },
    // The payer has nothing to read there: the result comes later. https://docs.placetopay.dev/checkout/confirmation-flow
    skipResult: true,
  }),
});
