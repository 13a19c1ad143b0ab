import type { FailureReason } from '@/lib/domain/membership-step';
import type { MembershipStanding } from '@/lib/domain/membership-standing';
import type { EndReason, MembershipEventType, MembershipStatus } from '@/lib/domain/membership';
import type { Cadence } from '@/lib/domain/product';
import { defineTexts } from './texts';

/** Memberships that the shop renews by itself: buying one, how it stands, and what its owner can do. */
export const memberships = defineTexts({
  es: {
    title: 'Mis membresías',
    link: 'Mis membresías',
    intro:
      'Se renuevan solas con la tarjeta que elijas, siempre al precio del día en que las compraste. Las pausas o cancelas cuando quieras.',
    signIn: 'Entra a tu cuenta para ver tus membresías o hacerte miembro.',
    signInLink: 'Iniciar sesión',
    none: 'Todavía no tienes ninguna membresía.',
    noneNext: 'Estas se renuevan solas:',
    others: 'Otras que se renuevan solas',
    back: 'Volver a mis membresías',
    manage: (name: string) => `Ver ${name}`,
    every: { M: 'cada mes', Y: 'cada año' } satisfies Record<Cadence, string>,
    priced: (amount: string, every: string) => `${amount} ${every}`,
    offer: {
      title: 'Que se renueve sola',
      text: (priced: string) =>
        `Hazte miembro por ${priced}. Se cobra a una tarjeta que guardes y el precio no te sube. Pausas o cancelas cuando quieras.`,
      link: 'Hacerme miembro',
    },
    join: {
      title: (name: string) => `Hazte miembro: ${name}`,
      intro: (priced: string, next: string) =>
        `Hoy se cobra el primer periodo y después ${priced}; el próximo cobro sería el ${next}. El precio queda fijo mientras seas miembro.`,
      cancel:
        'Puedes pausar o cancelar cuando quieras, con dos clics: lo ya pagado sigue siendo tuyo hasta que termine.',
      already: 'Ya tienes esta membresía, así que no hay nada que comprar.',
      alreadyLink: 'Ver mi membresía',
      noCard:
        'Para que se renueve sola necesitamos una tarjeta guardada. Guarda una (no cuesta nada) y vuelve aquí.',
      noCardLink: 'Guardar una tarjeta',
      cardGroup: 'Con qué se paga',
      card: 'Tarjeta que se cobra ahora y en cada renovación',
      button: (amount: string) => `Pagar ${amount} y hacerme miembro`,
      doing: 'Cobrando… no cierres esta página',
      after: 'Aunque lo presiones dos veces, es una sola membresía y un solo cobro.',
    },
    statuses: {
      STARTING: 'Sin empezar',
      ACTIVE: 'Activa',
      PAST_DUE: 'Pago atrasado',
      PAUSED: 'En pausa',
      CANCELLED: 'Cancelada',
    } satisfies Record<MembershipStatus, string>,
    standings: {
      unpaid: {
        title: 'El primer pago no se hizo, así que todavía no empieza.',
        body: 'No se cobró nada. Elige abajo con qué tarjeta pagarlo. Si no se paga en tres días, se cierra sola.',
      },
      confirming: {
        title: 'Estamos confirmando un cobro con PlacetoPay.',
        body: 'No pagues otra vez: en cuanto contesten lo verás aquí.',
      },
      under_review: {
        title: 'No sabemos si un cobro se hizo.',
        body: 'PlacetoPay no contestó y no lo volvemos a enviar, para no cobrarte dos veces. Una persona de la tienda lo está aclarando.',
      },
      past_due: {
        title: 'No pudimos renovarla.',
        body: 'No se cobró nada. Puedes elegir otra tarjeta abajo y pagar ahora mismo, o esperar a que lo intentemos otra vez.',
      },
      no_card: {
        title: 'No tiene tarjeta.',
        body: 'Elige una abajo antes del próximo cobro; si no, no se podrá renovar.',
      },
      card_ends: {
        title: 'Su tarjeta vence antes del próximo cobro.',
        body: 'Cambia a la nueva que te dio el banco, o a otra.',
      },
      active: { title: 'Está al día.', body: 'No tienes que hacer nada.' },
      paused: {
        title: 'Está en pausa.',
        body: 'No se cobra nada hasta que la reanudes.',
      },
      cancelled: { title: 'Está cancelada.', body: 'No se cobrará nada más.' },
    } satisfies Record<MembershipStanding, { title: string; body: string }>,
    ends: {
      ASKED: 'La cancelaste tú.',
      NEVER_PAID: 'El primer pago no llegó a tiempo. No se cobró nada.',
      UNPAID: 'No se pudo cobrar la renovación después de varios intentos. Ese periodo no se cobró.',
    } satisfies Record<EndReason, string>,
    failures: {
      refused: 'El banco no autorizó el cobro.',
      not_charged: 'Un cobro quedó en duda y se comprobó que no se hizo.',
      card_expired: 'La tarjeta está vencida, así que no se intentó cobrarla.',
      no_card: 'No tenía tarjeta.',
      out_of_stock: 'No nos alcanzó lo que va en este periodo, así que no te lo cobramos.',
    } satisfies Record<FailureReason, string>,
    gatewaySaid: (message: string) => `PlacetoPay dijo: ${message}`,
    nextTry: (day: string) => `Lo intentamos otra vez el ${day}.`,
    lastTry: 'Era el último intento.',
    facts: {
      title: 'La membresía',
      price: 'Precio, fijo desde la compra',
      nextCharge: 'Próximo cobro',
      nextTry: 'Próximo intento',
      paidUntil: 'Pagada hasta el',
      card: 'Tarjeta',
      noCard: 'Ninguna',
      since: 'Comprada el',
    },
    nextCharge: (amount: string, day: string) => `${amount} el ${day}`,
    card: {
      title: 'Cambiar la tarjeta',
      text: 'Se usa desde el próximo cobro.',
      owed: (amount: string) =>
        `Se usa de aquí en adelante, y ahora mismo se le cobran los ${amount} que están pendientes.`,
      label: 'Tarjeta',
      button: 'Usar esta tarjeta',
      pay: (amount: string) => `Pagar ${amount} con esta tarjeta`,
      doing: 'Un momento…',
      none: 'No tienes otra tarjeta guardada que se pueda usar.',
      wallet: 'Ir a mis tarjetas',
    },
    pause: {
      title: 'Pausar',
      text: 'No se cobra nada mientras esté en pausa. Lo que ya pagaste sigue hasta que termine.',
      button: 'Pausar la membresía',
      doing: 'Pausando…',
      notNow: 'Hay un periodo sin pagar: págalo o cancela la membresía.',
    },
    resume: {
      title: 'Reanudar',
      later: (amount: string, day: string) => `El próximo cobro sería de ${amount} el ${day}.`,
      now: (amount: string) =>
        `Lo pagado ya terminó: hoy mismo se cobran ${amount} y empieza un periodo nuevo.`,
      button: 'Reanudar la membresía',
      doing: 'Reanudando…',
    },
    cancel: {
      title: 'Cancelar',
      ask: 'Cancelar esta membresía…',
      until: (day: string) =>
        `No se renueva más. Lo que pagaste sigue siendo tuyo hasta el ${day}. No se puede deshacer.`,
      text: 'No se renueva más y no se cobra nada. No se puede deshacer.',
      confirming:
        'Hay un cobro en camino que no podemos detener: si el banco lo aprueba, ese periodo es tuyo, y nada más se cobra.',
      button: 'Sí, cancelarla',
      doing: 'Cancelando…',
      keep: 'No, conservarla',
    },
    periods: {
      title: 'Periodos',
      one: (number: number) => `Periodo ${number}`,
      days: (from: string, to: string) => `Del ${from} al ${to}`,
      order: 'Referencia del periodo',
      attempt: 'Intento',
      standings: { paid: 'Pagado', undecided: 'En confirmación', owed: 'Sin pagar' },
      cancelled: 'Sin cobrar',
      given: 'Pagado y devuelto',
      noAttempts: 'No se intentó ningún cobro.',
    },
    history: {
      title: 'Qué ha pasado',
      types: {
        BEGUN: 'La compraste',
        PERIOD_PAID: 'Recibimos el pago',
        RENEWAL_FAILED: 'Una renovación no se pudo cobrar',
        CARD_CHANGED: 'Cambió la tarjeta',
        CARD_GONE: 'Se eliminó su tarjeta y quedó sin ninguna',
        PAUSED: 'La pausaste',
        RESUMED: 'La reanudaste',
        CANCELLED: 'Se canceló',
      } satisfies Record<MembershipEventType, string>,
      cardEnding: (digits: string) => `Ahora se cobra a la que termina en ${digits}.`,
    },
    notice: (count: number) =>
      count === 1
        ? 'Una membresía tuya necesita que la mires.'
        : `${count} membresías tuyas necesitan que las mires.`,
    periodOf: (name: string, number: number) =>
      `Este pedido es el periodo ${number} de tu membresía ${name}.`,
  },
  en: {
    title: 'My memberships',
    link: 'My memberships',
    intro:
      'They renew themselves with the card you choose, always at the price of the day you bought them. Pause or cancel whenever you like.',
    signIn: 'Sign in to see your memberships or become a member.',
    signInLink: 'Sign in',
    none: 'You have no membership yet.',
    noneNext: 'These renew themselves:',
    others: 'Others that renew themselves',
    back: 'Back to my memberships',
    manage: (name) => `See ${name}`,
    every: { M: 'each month', Y: 'each year' },
    priced: (amount, every) => `${amount} ${every}`,
    offer: {
      title: 'Have it renew itself',
      text: (priced) =>
        `Become a member for ${priced}. It is charged to a card you save, and your price does not rise. Pause or cancel whenever you like.`,
      link: 'Become a member',
    },
    join: {
      title: (name) => `Become a member: ${name}`,
      intro: (priced, next) =>
        `Today the first period is charged, and then ${priced}; the next charge would be on ${next}. The price stays fixed while you are a member.`,
      cancel:
        'You can pause or cancel whenever you like, with two clicks: what is paid stays yours until it ends.',
      already: 'You have this membership already, so there is nothing to buy.',
      alreadyLink: 'See my membership',
      noCard: 'To renew it we need a saved card. Save one (it costs nothing) and come back here.',
      noCardLink: 'Save a card',
      cardGroup: 'What it is paid with',
      card: 'Card that is charged now and at each renewal',
      button: (amount) => `Pay ${amount} and become a member`,
      doing: 'Charging… do not close this page',
      after: 'Even if you press it twice, it is one membership and one charge.',
    },
    statuses: {
      STARTING: 'Not begun',
      ACTIVE: 'Active',
      PAST_DUE: 'Payment overdue',
      PAUSED: 'Paused',
      CANCELLED: 'Cancelled',
    },
    standings: {
      unpaid: {
        title: 'The first payment was not made, so it has not begun.',
        body: 'Nothing was charged. Choose below which card is to pay it. Unpaid after three days, it closes by itself.',
      },
      confirming: {
        title: 'We are confirming a charge with PlacetoPay.',
        body: 'Do not pay again: as soon as they answer you see it here.',
      },
      under_review: {
        title: 'We do not know whether a charge was made.',
        body: 'PlacetoPay did not answer, and we do not send it again, so that you are not charged twice. A person of the shop is clearing it up.',
      },
      past_due: {
        title: 'We could not renew it.',
        body: 'Nothing was charged. You can choose another card below and pay right now, or wait for our next try.',
      },
      no_card: {
        title: 'It has no card.',
        body: 'Choose one below before the next charge; otherwise it cannot be renewed.',
      },
      card_ends: {
        title: 'Its card expires before the next charge.',
        body: 'Change to the new one your bank gave you, or to another.',
      },
      active: { title: 'All is in order.', body: 'There is nothing you have to do.' },
      paused: { title: 'It is paused.', body: 'Nothing is charged until you resume it.' },
      cancelled: { title: 'It is cancelled.', body: 'Nothing more will be charged.' },
    },
    ends: {
      ASKED: 'You cancelled it.',
      NEVER_PAID: 'The first payment did not come in time. Nothing was charged.',
      UNPAID: 'The renewal could not be charged after several tries. That period was not charged.',
    },
    failures: {
      refused: 'The bank did not authorise the charge.',
      not_charged: 'A charge was in doubt, and it was found that it had not been made.',
      card_expired: 'The card has expired, so it was not tried.',
      no_card: 'It had no card.',
      out_of_stock: 'We ran out of what goes into this period, so we did not charge you for it.',
    },
    gatewaySaid: (message) => `PlacetoPay said: ${message}`,
    nextTry: (day) => `We try again on ${day}.`,
    lastTry: 'It was the last try.',
    facts: {
      title: 'The membership',
      price: 'Price, fixed since the purchase',
      nextCharge: 'Next charge',
      nextTry: 'Next try',
      paidUntil: 'Paid until',
      card: 'Card',
      noCard: 'None',
      since: 'Bought on',
    },
    nextCharge: (amount, day) => `${amount} on ${day}`,
    card: {
      title: 'Change the card',
      text: 'It is used from the next charge on.',
      owed: (amount) =>
        `It is used from now on, and the ${amount} that are owed are charged to it right now.`,
      label: 'Card',
      button: 'Use this card',
      pay: (amount) => `Pay ${amount} with this card`,
      doing: 'One moment…',
      none: 'You have no other saved card that can be used.',
      wallet: 'Go to my cards',
    },
    pause: {
      title: 'Pause',
      text: 'Nothing is charged while it is paused. What you have paid for goes on until it ends.',
      button: 'Pause the membership',
      doing: 'Pausing…',
      notNow: 'There is a period to pay: pay it or cancel the membership.',
    },
    resume: {
      title: 'Resume',
      later: (amount, day) => `The next charge would be ${amount} on ${day}.`,
      now: (amount) => `What was paid is over: ${amount} are charged today and a new period begins.`,
      button: 'Resume the membership',
      doing: 'Resuming…',
    },
    cancel: {
      title: 'Cancel',
      ask: 'Cancel this membership…',
      until: (day) =>
        `It is not renewed any more. What you paid for stays yours until ${day}. It cannot be undone.`,
      text: 'It is not renewed any more and nothing is charged. It cannot be undone.',
      confirming:
        'A charge is on its way that we cannot stop: if the bank approves it, that period is yours, and nothing else is charged.',
      button: 'Yes, cancel it',
      doing: 'Cancelling…',
      keep: 'No, keep it',
    },
    periods: {
      title: 'Periods',
      one: (number) => `Period ${number}`,
      days: (from, to) => `From ${from} to ${to}`,
      order: 'Reference of the period',
      attempt: 'Attempt',
      standings: { paid: 'Paid', undecided: 'Being confirmed', owed: 'Unpaid' },
      cancelled: 'Not charged',
      given: 'Paid and given back',
      noAttempts: 'No charge was attempted.',
    },
    history: {
      title: 'What has happened',
      types: {
        BEGUN: 'You bought it',
        PERIOD_PAID: 'We received the payment',
        RENEWAL_FAILED: 'A renewal could not be charged',
        CARD_CHANGED: 'The card was changed',
        CARD_GONE: 'Its card was deleted and it has none',
        PAUSED: 'You paused it',
        RESUMED: 'You resumed it',
        CANCELLED: 'It was cancelled',
      },
      cardEnding: (digits) => `The one ending in ${digits} is charged now.`,
    },
    notice: (count) =>
      count === 1 ? 'One of your memberships needs a look.' : `${count} of your memberships need a look.`,
    periodOf: (name, number) => `This order is period ${number} of your membership ${name}.`,
  },
});
