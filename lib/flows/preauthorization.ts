import { z } from 'zod';
import { holdsOf } from '@/lib/domain/order-money';
import { defineFlow, paymentFor } from './flow';
import { capture, reauthorize, refund, release } from './follow-ups';
import { created, ended, lastSession, pending, refunded, refused } from './states';

const stateOf = (order: Parameters<typeof lastSession>[0]) => {
  const session = lastSession(order);
  return session ? holdsOf(session)[0]?.state : undefined;
};

export const preauthorization = defineFlow({
  slug: 'preauthorization',
  texts: {
    es: {
      title: 'Reservar ahora, cobrar después',
      summary: 'Tu banco aparta el valor. La tienda cobra al final lo que corresponda.',
      promise: 'Se cobró de lo reservado.',
      steps: [
        'Te llevamos a la página segura de PlacetoPay y apruebas la reserva con una tarjeta.',
        'Tu banco aparta el valor sin cobrarlo.',
        'La tienda puede cambiar la reserva, cobrarla entera o en parte, o liberarla.',
      ],
      useCase:
        'Un hotel aparta una noche al llegar. Si el huésped se queda otra, aumenta la reserva; al salir cobra lo consumido y libera el resto.',
      rules: [
        'Nada se cobra hasta que la tienda lo pide, y se cobra una sola vez.',
        'Cada paso usa la referencia del último paso, y siempre la misma moneda.',
        'Se cobra lo reservado o menos; para cobrar más, primero se aumenta la reserva.',
        'Lo que nadie cobra vuelve solo: las redes lo liberan a los 30 días.',
        'Con una tarjeta guardada se reserva en Ladera mismo, sin pasar por otra página.',
        'No se puede cambiar una reserva en Puerto Rico, y algunas redes solo la aumentan.',
        'No se combina con pagos en partes, dispersión ni pagos periódicos.',
      ],
      unavailable: 'Este pedido no tiene nada por pagar.',
    },
    en: {
      title: 'Hold now, charge later',
      summary: 'Your bank sets the amount aside. The shop charges in the end what is due.',
      promise: 'It was charged from the hold.',
      steps: [
        'We take you to the secure page of PlacetoPay, and you approve the hold with a card.',
        'Your bank sets the amount aside without charging it.',
        'The shop may change the hold, charge all or a part of it, or release it.',
      ],
      useCase:
        'A hotel holds one night on arrival. If the guest stays another, it raises the hold; on leaving it charges what was used and releases the rest.',
      rules: [
        'Nothing is charged until the shop asks for it, and it is charged once.',
        'Each step uses the reference of the last one, and always the same currency.',
        'What is held or less can be charged; to charge more, the hold is raised first.',
        'What nobody charges returns by itself: the networks release it after 30 days.',
        'With a saved card the amount is held right at Ladera, without going to another page.',
        'A hold cannot be changed in Puerto Rico, and some networks only raise it.',
        'It does not go with payments in parts, dispersion or recurring payments.',
      ],
      unavailable: 'There is nothing to pay for this order.',
    },
  },
  fields: [],
  states: [
    { ...created, next: ['refused', 'pending', 'held', 'ended'] },
    { ...refused, next: ['pending', 'held', 'ended'] },
    { ...pending, next: ['refused', 'held', 'ended'] },
    ended,
    {
      name: 'held',
      label: { es: 'Reservado', en: 'Held' },
      next: ['held', 'captured', 'released'],
      isAt: (order) => stateOf(order) === 'OPEN',
    },
    {
      name: 'captured',
      label: { es: 'Cobrado', en: 'Captured' },
      next: ['refunded'],
      isAt: (order) => stateOf(order) === 'CAPTURED',
    },
    {
      name: 'released',
      label: { es: 'Liberado', en: 'Released' },
      next: [],
      isAt: (order) => stateOf(order) === 'RELEASED',
    },
    refunded,
  ],
  sample: { lines: [{ productSlug: 'noche-barichara', quantity: 1 }] },
  followUps: [capture, reauthorize, release, refund],
  input: z.strictObject({}),
  appliesTo: (order) => order.total.minor > 0n,
  takesKeptCard: true,
  request: (order) => ({ kind: 'HOLD', payment: paymentFor(order) }),
});
