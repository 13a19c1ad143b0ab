import { contactEmail } from '@/lib/domain/contact';
import { endSentence } from './format';
import { plural } from './plural';
import { defineTexts } from './texts';

/** What the order's page says of a payment that is more than one charge: parts, dates, shares, a card that is kept. */
export const outcomes = defineTexts({
  es: {
    parts: {
      title: 'Tu pago por partes',
      progress: (paid: string, total: string) => `Pagado ${paid} de ${total}`,
      paid: 'Pagado',
      left: 'Falta',
      list: 'Las partes que ya pagaste',
      none: 'Todavía no hay ninguna parte pagada.',
      with: (method: string) => `con ${method}`,
      untilTime: (time: string) => endSentence(`La página de pago sigue abierta hasta las ${time}`),
      resume: (amount: string) => `Pagar lo que falta: ${amount}`,
      closed: `El tiempo terminó antes de completar el pago. Lo que pagaste sigue registrado a tu nombre y no se pierde: puedes pagar el resto en una página nueva, o pedirnos en ${contactEmail} que te devolvamos lo pagado.`,
      complete: 'Está completo: no falta nada.',
      noTaxes:
        'Un pago por partes se envía sin el detalle de impuestos: no se puede saber qué parte de cada impuesto cubre cada pago. El precio los sigue incluyendo.',
      remains: 'Quedan #m min #s s',
      over: 'El tiempo terminó.',
    },
    schedule: {
      title: 'Tus próximos cobros',
      started: (amount: string) =>
        `El primer pago quedó aprobado. PlacetoPay cobrará ${amount} a la misma tarjeta en estas fechas, sin que hagas nada.`,
      planned: (amount: string) =>
        `Si el primer pago se aprueba, PlacetoPay cobrará ${amount} a la misma tarjeta en estas fechas.`,
      off: 'El primer pago no se aprobó, así que no habrá cobros automáticos.',
      every: {
        D: (interval: number) => plural('es', interval, { one: 'Cada día', other: 'Cada # días' }),
        M: (interval: number) => plural('es', interval, { one: 'Cada mes', other: 'Cada # meses' }),
        Y: (interval: number) => plural('es', interval, { one: 'Cada año', other: 'Cada # años' }),
      },
      times: (count: number) => plural('es', count, { one: 'un cobro más', other: '# cobros más' }),
      unlimited: 'sin límite de cobros',
      until: (day: string) => `ninguno después del ${day}`,
      more: 'Y así sucesivamente.',
      stop: `Para detenerlos, escríbenos a ${contactEmail}: solo se cancelan desde la consola de PlacetoPay.`,
    },
    split: {
      title: 'Cómo se reparte',
      intro: 'Un solo cobro, repartido por PlacetoPay entre quienes prestan el servicio.',
      own: 'Ladera',
      agreement: (number: string) => `Convenio ${number}`,
      types: { MERCHANT: 'Comercio', AIRLINE: 'Aerolínea' },
      head: { who: 'Para quién', amount: 'Cuánto', state: 'Cómo va' },
      states: {
        approved: 'Entregado',
        pending: 'En proceso',
        refused: 'Rechazado',
        reversed: 'Devuelto',
        planned: 'Por pagar',
        never: 'No se pagó',
      },
      sum: 'Suma',
      taxes: 'Incluye',
    },
    card: {
      title: 'Tu tarjeta',
      kept: 'Aceptaste guardar tu tarjeta. PlacetoPay la guarda; nosotros solo tenemos una clave cifrada que no sirve en ninguna otra tienda.',
      notKept:
        'No guardamos tu tarjeta: no lo aceptaste en la página de pago. Tu pago vale igual y no cambia nada más.',
      asked:
        'En la página de PlacetoPay decides si tu tarjeta queda guardada. Si no la guardas, el pago vale igual.',
      tokenAsked: 'En la página de PlacetoPay registras la tarjeta. No se cobra nada.',
      tokenKept:
        'Tu tarjeta quedó registrada sin cobrar nada. PlacetoPay la guarda; nosotros solo tenemos una clave cifrada.',
      tokenGuest:
        'PlacetoPay registró la tarjeta sin cobrar nada. Compraste sin cuenta, así que no la guardamos: nadie podría usarla después.',
      notPaid: 'No hubo pago, así que tampoco quedó guardada ninguna tarjeta.',
      validUntil: 'Válida hasta',
      tokenNotKept: 'La tarjeta no quedó registrada. No se cobró nada; puedes intentarlo de nuevo.',
    },
    path: {
      title: 'El camino de este pago',
      about: (title: string) => `Así funciona «${title}»`,
    },
  },
  en: {
    parts: {
      title: 'Your payment in parts',
      progress: (paid, total) => `Paid ${paid} of ${total}`,
      paid: 'Paid',
      left: 'Left',
      list: 'The parts you have paid',
      none: 'No part has been paid yet.',
      with: (method) => `with ${method}`,
      untilTime: (time) => `The payment page stays open until ${time}.`,
      resume: (amount) => `Pay what is left: ${amount}`,
      closed: `Time ran out before the payment was complete. What you paid stays recorded in your name and is not lost: you can pay the rest on a new page, or ask us at ${contactEmail} to give back what was paid.`,
      complete: 'It is complete: nothing is left.',
      noTaxes:
        'A payment in parts is sent without its taxes in detail: nobody could say which part of each tax each payment covers. The price still includes them.',
      remains: '#m min #s s left',
      over: 'Time is up.',
    },
    schedule: {
      title: 'Your next charges',
      started: (amount) =>
        `The first payment was approved. PlacetoPay will charge ${amount} to the same card on these days, without you doing anything.`,
      planned: (amount) =>
        `If the first payment is approved, PlacetoPay will charge ${amount} to the same card on these days.`,
      off: 'The first payment was not approved, so there will be no automatic charges.',
      every: {
        D: (interval) => plural('en', interval, { one: 'Every day', other: 'Every # days' }),
        M: (interval) => plural('en', interval, { one: 'Every month', other: 'Every # months' }),
        Y: (interval) => plural('en', interval, { one: 'Every year', other: 'Every # years' }),
      },
      times: (count) => plural('en', count, { one: 'one more charge', other: '# more charges' }),
      unlimited: 'with no last charge',
      until: (day) => `none after ${day}`,
      more: 'And so on.',
      stop: `To stop them, write to ${contactEmail}: they are only cancelled in PlacetoPay’s console.`,
    },
    split: {
      title: 'How it is shared out',
      intro: 'One charge, shared out by PlacetoPay among those who provide the service.',
      own: 'Ladera',
      agreement: (number) => `Agreement ${number}`,
      types: { MERCHANT: 'Merchant', AIRLINE: 'Airline' },
      head: { who: 'For whom', amount: 'How much', state: 'How it goes' },
      states: {
        approved: 'Paid out',
        pending: 'In process',
        refused: 'Refused',
        reversed: 'Given back',
        planned: 'To be paid',
        never: 'Not paid',
      },
      sum: 'Sum',
      taxes: 'Includes',
    },
    card: {
      title: 'Your card',
      kept: 'You agreed to keep your card. PlacetoPay keeps it; all we have is an encrypted key that works in no other shop.',
      notKept:
        'We did not keep your card: you did not agree to it on the payment page. Your payment counts all the same and nothing else changes.',
      asked:
        'On PlacetoPay’s page you decide whether your card is kept. If you do not, the payment counts all the same.',
      tokenAsked: 'On PlacetoPay’s page you register the card. Nothing is charged.',
      tokenKept:
        'Your card was registered and nothing was charged. PlacetoPay keeps it; all we have is an encrypted key.',
      tokenGuest:
        'PlacetoPay registered the card and nothing was charged. You bought without an account, so we did not keep it: nobody could use it later.',
      notPaid: 'There was no payment, so no card was kept either.',
      validUntil: 'Valid until',
      tokenNotKept: 'The card was not registered. Nothing was charged; you can try again.',
    },
    path: {
      title: 'The path of this payment',
      about: (title) => `How “${title}” works`,
    },
  },
});
