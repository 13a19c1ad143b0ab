import type { OperationState } from '@/lib/domain/operation';
import { plural } from './plural';
import { defineTexts } from './texts';

/** What an operator can do with a payment afterwards, and what became of it. */
export const followUpTexts = defineTexts({
  es: {
    title: 'Después del pago',
    intro:
      'Lo que se puede hacer con cada transacción. Cada operación se pide una sola vez, queda con tu nombre, y mientras una está en curso nadie puede pedir otra.',
    nothing: 'Ahora no hay nada que hacer con este pedido.',
    transaction: (reference: string) => `Transacción ${reference}`,
    part: 'Parte de un pago repartido',
    lastReference: 'Referencia del último paso',
    amount: 'Cuánto',
    amountHint: (min: string, max: string) => `Entre ${min} y ${max}, sin separador de miles.`,
    typed: (amount: string) => `Para confirmar, escribe ${amount}`,
    typedAgain: 'Para confirmar, escribe otra vez el valor',
    typedHint: 'Se compara con lo que vas a pedir. Si no es igual, no se hace nada.',
    password: 'Tu contraseña, otra vez',
    pending: 'Pidiendo…',
    hold: {
      held: 'Reservado',
      captured: 'Cobrado',
      bar: (captured: string, held: string) => `Cobrado ${captured} de ${held} reservados`,
      days: (count: number) =>
        plural('es', count, {
          one: 'Queda # día: después las redes liberan la reserva solas.',
          other: 'Quedan # días: después las redes liberan la reserva solas.',
        }),
      over: 'El plazo de la reserva terminó: las redes la liberan solas.',
      states: { OPEN: 'Reserva abierta', CAPTURED: 'Reserva cobrada', RELEASED: 'Reserva liberada' },
    },
    operations: 'Lo que ya se pidió',
    states: {
      PREPARED: 'Preparada',
      SENT: 'En curso',
      IN_DOUBT: 'En duda',
      DONE: 'Hecha',
      REFUSED: 'No aceptada',
      ABANDONED: 'No se hizo',
    } satisfies Record<OperationState, string>,
    asked: (who: string, when: string) => `${who} · ${when}`,
    open: {
      title: 'Hay una operación en curso',
      body: 'Ya se pidió y su respuesta está en camino. Nadie puede pedir otra sobre esta transacción hasta saber cómo terminó.',
    },
    frozen: {
      title: 'No se sabe si la operación se hizo',
      operator:
        'PlacetoPay no contestó. Pedirla otra vez podría mover el dinero dos veces, así que la tienda no la repite: mira la consola de PlacetoPay y di qué encontraste.',
      resend:
        'PlacetoPay no contestó. La tienda la vuelve a pedir sola: pedida dos veces se hace una sola vez.',
      ask: 'PlacetoPay no contestó. La tienda pregunta sola por la sesión hasta saberlo.',
    },
    resolve: {
      found: 'Qué se encontró en la consola de PlacetoPay',
      done: 'Sí se hizo',
      notDone: 'No se hizo',
      reference: 'Transacción que muestra la consola',
      referenceHint: 'Solo si se hizo: la referencia interna de la operación, como la muestra la consola.',
      evidence: 'Con qué evidencia',
      evidenceHint: 'Qué viste y dónde: la pantalla de la consola, o lo que dijo PlacetoPay.',
      reason: 'Por qué',
      reasonHint: 'Queda guardado con tu nombre y la hora, y no se puede cambiar.',
      button: 'Guardar lo que encontré',
      pending: 'Guardando…',
    },
    outcomes: {
      done: 'PlacetoPay lo hizo.',
      refused: 'PlacetoPay no lo hizo. No se movió dinero.',
      in_doubt: 'PlacetoPay no contestó. No lo pidas otra vez: no se sabe si se hizo.',
    },
    cancel: {
      title: 'Cancelar el pago abierto',
      body: 'Cierra la página de pago de PlacetoPay. No se cobra nada y después se puede intentar de nuevo.',
      button: 'Cancelar el pago abierto',
      pending: 'Cancelando…',
    },
    partial: {
      title: 'Se pagó una parte y el plazo terminó',
      body: (paid: string, rest: string) =>
        `Se pagaron ${paid} y faltan ${rest}. El dinero está guardado; decide qué hacer con él.`,
      accept: 'Aceptar lo que se pagó',
      acceptBody: 'El pedido queda completo con lo pagado. No se pide nada más.',
      refundBody: 'Devolverlo: está abajo, en cada transacción aprobada.',
      askBody: 'Pedir lo que falta: quien compra puede pagarlo en una sesión nueva desde su pedido.',
      reason: 'Por qué',
      reasonHint: 'Queda guardado con tu nombre y la hora.',
      button: 'Aceptar',
      pending: 'Guardando…',
    },
  },
  en: {
    title: 'After the payment',
    intro:
      'What can be done with each transaction. Each operation is asked for once and carries your name, and while one is under way nobody can ask for another.',
    nothing: 'There is nothing to do with this order now.',
    transaction: (reference) => `Transaction ${reference}`,
    part: 'Part of a shared payment',
    lastReference: 'Reference of the last step',
    amount: 'How much',
    amountHint: (min, max) => `Between ${min} and ${max}, without thousands separators.`,
    typed: (amount) => `To confirm, type ${amount}`,
    typedAgain: 'To confirm, type the amount again',
    typedHint: 'It is compared with what you are about to ask for. If it differs, nothing is done.',
    password: 'Your password, again',
    pending: 'Asking…',
    hold: {
      held: 'Held',
      captured: 'Captured',
      bar: (captured, held) => `Captured ${captured} of ${held} held`,
      days: (count) =>
        plural('en', count, {
          one: '# day left: after it the networks release the hold by themselves.',
          other: '# days left: after them the networks release the hold by themselves.',
        }),
      over: 'The time of the hold is over: the networks release it by themselves.',
      states: { OPEN: 'Hold open', CAPTURED: 'Hold captured', RELEASED: 'Hold released' },
    },
    operations: 'What was asked for',
    states: {
      PREPARED: 'Prepared',
      SENT: 'Under way',
      IN_DOUBT: 'In doubt',
      DONE: 'Done',
      REFUSED: 'Not accepted',
      ABANDONED: 'Not done',
    },
    asked: (who, when) => `${who} · ${when}`,
    open: {
      title: 'An operation is under way',
      body: 'It was asked for and its answer is on the way. Nobody can ask for another on this transaction until its end is known.',
    },
    frozen: {
      title: 'Nobody knows whether the operation was done',
      operator:
        'PlacetoPay did not answer. Asking again could move the money twice, so the shop does not repeat it: look at PlacetoPay’s console and say what you found.',
      resend: 'PlacetoPay did not answer. The shop asks again by itself: asked for twice it is done once.',
      ask: 'PlacetoPay did not answer. The shop asks about the session by itself until it knows.',
    },
    resolve: {
      found: 'What PlacetoPay’s console shows',
      done: 'It was done',
      notDone: 'It was not done',
      reference: 'Transaction the console shows',
      referenceHint: 'Only if it was done: the internal reference of the operation, as the console shows it.',
      evidence: 'With what evidence',
      evidenceHint: 'What you saw and where: the console’s screen, or what PlacetoPay said.',
      reason: 'Why',
      reasonHint: 'It is kept with your name and the time, and cannot be changed.',
      button: 'Save what I found',
      pending: 'Saving…',
    },
    outcomes: {
      done: 'PlacetoPay did it.',
      refused: 'PlacetoPay did not do it. No money moved.',
      in_doubt: 'PlacetoPay did not answer. Do not ask again: nobody knows whether it was done.',
    },
    cancel: {
      title: 'Cancel the open payment',
      body: 'It closes PlacetoPay’s payment page. Nothing is charged, and another try can follow.',
      button: 'Cancel the open payment',
      pending: 'Cancelling…',
    },
    partial: {
      title: 'A part was paid and the time is over',
      body: (paid, rest) =>
        `${paid} were paid and ${rest} are missing. The money is kept; decide what to do with it.`,
      accept: 'Accept what was paid',
      acceptBody: 'The order is complete with what was paid. Nothing more is asked for.',
      refundBody: 'Give it back: below, at each approved transaction.',
      askBody: 'Ask for the rest: the buyer can pay it in a new session from the order.',
      reason: 'Why',
      reasonHint: 'It is kept with your name and the time.',
      button: 'Accept',
      pending: 'Saving…',
    },
  },
});
