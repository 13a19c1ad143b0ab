import type { ChargeType, MandateStatus } from '@/lib/domain/mandate';
import type { ChargeStanding, MandateEventType, MandateStanding } from '@/lib/domain/mandate-history';
import type { Currency } from '@/lib/domain/money';
import { contactEmail } from '@/lib/domain/contact';
import { plural } from './plural';
import { defineTexts } from './texts';

/** What happened, whether money moved, what comes next. */
type Standing = { title: string; happened: string; next: string };

type Failure = { title: string; money: string; next: string };

/** Every way in which opening the page of an agreement can end without one. */
type PageProblem =
  | 'sign_in_required'
  | 'unknown_mandate'
  | 'mandate_over'
  | 'mandate_confirming'
  | 'gateway_unreachable'
  | 'gateway_refused'
  | 'too_many_tries';

/** Automatic payments: the page that explains and opens one, the list of a person's own, and one of them. */
export const mandates = defineTexts({
  es: {
    title: 'Mis cobros automáticos',
    link: 'Mis cobros automáticos',
    intro:
      'Lo que aceptaste que PlacetoPay cobre por su cuenta: qué, cuándo y con qué tarjeta. Aquí lo cambias o lo cancelas.',
    signIn: 'Entra a tu cuenta para ver tus cobros automáticos.',
    signInLink: 'Iniciar sesión',
    none: 'Todavía no has aceptado ningún cobro automático.',
    noneNext: 'Mira cómo funciona y prueba uno: al aceptar no se cobra nada.',
    create: 'Crear un cobro automático',
    count: (count: number) => plural('es', count, { one: '# acuerdo', other: '# acuerdos' }),
    back: 'Volver a mis cobros automáticos',
    heading: (reference: string) => `Acuerdo ${reference}`,
    statuses: {
      OPENING: 'Por aceptar',
      NOT_AGREED: 'No aceptado',
      ACTIVE: 'Activo',
      FAILED: 'Detenido',
      CANCELLED: 'Cancelado',
      FINISHED: 'Terminado',
    } satisfies Record<MandateStatus, string>,
    amounts: {
      FIXED: (amount: string) => `${amount} cada vez`,
      TOTAL_BALANCE: () => 'El saldo total de cada fecha',
      MINIMUM_BALANCE: () => 'El saldo mínimo de cada fecha',
    } satisfies Record<ChargeType, (amount: string) => string>,
    everyWeek: (interval: number) => plural('es', interval, { one: 'Cada semana', other: 'Cada # semanas' }),
    charges: (count: number) => plural('es', count, { one: 'un cobro', other: '# cobros' }),
    nextOn: (day: string) => `Próximo cobro: ${day}`,
    ending: (brand: string, digits: string) => `${brand} terminada en ${digits}`,
    card: 'Tarjeta',
    standings: {
      open: {
        title: 'Falta que aceptes',
        happened:
          'La página de PlacetoPay sigue abierta. No se ha cobrado nada ni se cobrará sin que aceptes.',
        next: 'Sigue allí: lees los términos, los aceptas y registras la tarjeta.',
      },
      confirming: {
        title: 'Estamos confirmando',
        happened: 'PlacetoPay todavía no nos dice qué pasó con la página. No se ha cobrado nada.',
        next: 'No hagas otro acuerdo por ahora: compara en un momento y aquí se verá.',
      },
      not_agreed: {
        title: 'No se aceptó',
        happened: 'La página se cerró sin que aceptaras. No se cobró nada y no se cobrará nada.',
        next: 'Si lo quieres, crea un acuerdo nuevo.',
      },
      active: {
        title: 'Está activo',
        happened: 'Aceptaste los términos y PlacetoPay cobra en cada fecha. Hoy no tienes que hacer nada.',
        next: 'Puedes cambiar la tarjeta o cancelarlo cuando quieras.',
      },
      retrying: {
        title: 'El último intento no pasó',
        happened: 'La tarjeta fue rechazada y ese intento no cobró nada.',
        next: 'PlacetoPay lo intenta otra vez al minuto y a los tres minutos. Si el tercero también falla, el acuerdo se detiene hasta que des otra tarjeta.',
      },
      failed: {
        title: 'Está detenido',
        happened: 'Los tres intentos de una fecha fallaron. Esa fecha no se cobró y no se cobra nada más.',
        next: 'Cambia la tarjeta y sigue con su próxima fecha, o cancélalo.',
      },
      cancelled: {
        title: 'Está cancelado',
        happened: 'No se cobra nada más, para siempre. Lo que ya se cobró sigue abajo.',
        next: 'Si lo quieres de nuevo, crea otro acuerdo.',
      },
      finished: {
        title: 'Terminó',
        happened: 'Llegó a su final según los términos. No se cobra nada más.',
        next: 'Si quieres seguir, crea otro acuerdo.',
      },
    } satisfies Record<MandateStanding, Standing>,
    continue: 'Seguir en PlacetoPay',
    arrivals: {
      changed: 'La tarjeta quedó cambiada. Hoy no se cobró nada y el historial sigue igual.',
      unchanged: 'La tarjeta no cambió. No se cobró nada; el acuerdo sigue como estaba.',
    },
    terms: {
      title: 'Los términos',
      what: 'Qué se cobra',
      rhythm: 'Cada cuánto',
      dueDay: 'Vencimiento',
      dueDayOf: (day: number) => `El día ${day} de cada mes`,
      starts: 'Empieza',
      first: 'Primer cobro',
      last: 'Fecha final',
      noLast: 'Sin fecha final',
      most: 'Cuántos cobros',
      noMost: 'Sin límite',
      accepted: 'Aceptados',
      notAccepted: 'Sin aceptar',
      card: 'Tarjeta',
      validUntil: 'Vence',
      id: 'Número en PlacetoPay',
      frozen: 'Los términos no cambian después de aceptarlos: solo cambia la tarjeta.',
    },
    coming: {
      title: 'Próximos cobros',
      planned: 'Si lo aceptas, se cobrará en estas fechas.',
      whatThen: {
        FIXED: 'PlacetoPay cobrará el valor fijo, sin preguntar.',
        TOTAL_BALANCE: 'Ese día PlacetoPay nos pregunta cuánto debes. Si no debes nada, no cobra.',
        MINIMUM_BALANCE: 'Ese día PlacetoPay nos pregunta cuál es el mínimo. Si ya está pagado, no cobra.',
      } satisfies Record<ChargeType, string>,
      today: (amount: string) => `Con las facturas de hoy serían ${amount}.`,
    },
    history: {
      title: 'Historial de cobros',
      table: 'Cada intento de cobro',
      none: 'Todavía no se ha cobrado nada.',
      head: { date: 'Fecha', amount: 'Valor', state: 'Cómo quedó', reference: 'Referencia' },
      approved: 'Cobrado',
      refused: 'Rechazado',
      attempt: (number: number) => `Intento ${number} de 3`,
      authorization: (code: string) => `Autorización ${code}`,
      paid: (numbers: string) => `Pagó ${numbers}`,
      standings: {
        matched: 'Cuadra: está en la lista de PlacetoPay y en nuestros libros',
        found: 'Cuadra: lo encontramos en la lista de PlacetoPay',
        told: 'PlacetoPay nos avisó; falta compararlo con su lista',
        refused: 'No se movió dinero',
        in_review: 'No cuadra: lo revisa una persona de la tienda. Tus facturas no cambian mientras tanto',
      } satisfies Record<ChargeStanding, string>,
      sum: (charged: string, paid: string) =>
        `Cobrado según PlacetoPay: ${charged}. Pagado en tus facturas: ${paid}.`,
      agrees: 'Las cuentas cuadran.',
      differs: 'Las cuentas no cuadran: una persona de la tienda lo está revisando.',
      compared: (time: string) => `Comparado con PlacetoPay: ${time}`,
      notCompared: 'Todavía no se ha comparado con PlacetoPay.',
      compare: 'Comparar con PlacetoPay ahora',
      comparing: 'Preguntando…',
      outcomes: {
        compared: 'Listo: lo que ves es lo que dice PlacetoPay.',
        unanswered:
          'PlacetoPay no contestó. Lo que ves es lo último que supimos; no se cobró nada por preguntar.',
      },
    },
    invoices: {
      title: 'Facturas',
      table: 'Cada factura y lo que falta',
      of: 'Las facturas de las que sale el saldo. La más antigua se paga primero.',
      ofFixed: 'Cada cobro es una factura.',
      account: 'Tus facturas',
      accountText: 'Lo que debes en tus acuerdos. De aquí sale lo que se cobra cuando es un saldo.',
      none: 'No hay ninguna factura.',
      head: {
        number: 'Factura',
        due: 'Vence',
        total: 'Total',
        minimum: 'Mínimo',
        paid: 'Pagado',
        open: 'Falta',
        mandate: 'Acuerdo',
      },
      paid: 'Pagada',
      sum: (open: string, minimum: string) => `Debes ${open}; el mínimo es ${minimum}.`,
      add: 'Agregar una factura de muestra',
      adding: 'Agregando…',
      addHint: (total: string, minimum: string) =>
        `Para ver la próxima fecha con algo que cobrar: ${total}, con un mínimo de ${minimum}.`,
    },
    edit: {
      title: 'Cambiar la tarjeta',
      text: 'Te llevamos a PlacetoPay para dar otra tarjeta. No se cobra nada; los términos y el historial quedan igual.',
      revive:
        'Con otra tarjeta el acuerdo sigue desde su próxima fecha. Lo que no se cobró no se cobra después.',
      button: 'Cambiar la tarjeta',
      doing: 'Abriendo PlacetoPay…',
    },
    cancel: {
      title: 'Cancelar el acuerdo',
      ask: 'Cancelar este acuerdo…',
      text: 'No se cobrará nada más y no se puede deshacer: para volver habrá que crear otro. Lo que ya se cobró no se devuelve por esto, y las facturas que falten siguen sin pagar.',
      button: 'Sí, cancelarlo para siempre',
      doing: 'Cancelando…',
      keep: 'No, conservarlo',
    },
    timeline: {
      title: 'Qué ha pasado',
      buyer: 'Tú',
      card: (digits: string) => `Terminada en ${digits}`,
      events: {
        PREPARED: 'Se preparó el acuerdo',
        INVOICE_ISSUED: 'Se emitió una factura',
        CARD_GIVEN: 'Aceptaste y registraste una tarjeta',
        CANCEL_ASKED: 'Se pidió cancelar el acuerdo',
        CHARGE_REFUNDED: 'PlacetoPay devolvió un cobro',
        AUTOPAY_CREATED: 'PlacetoPay avisó que quedó creado',
        AUTOPAY_UPDATED: 'PlacetoPay avisó que cambió la tarjeta',
        AUTOPAY_TRANSACTION_FAILED: 'PlacetoPay avisó que un cobro falló',
        AUTOPAY_CANCELED: 'PlacetoPay avisó que quedó cancelado',
        OPENING: 'Se abrió la página',
        NOT_AGREED: 'No se aceptó',
        ACTIVE: 'El acuerdo quedó activo',
        FAILED: 'El acuerdo se detuvo',
        CANCELLED: 'El acuerdo quedó cancelado',
        FINISHED: 'El acuerdo terminó',
      } satisfies Record<MandateEventType, string>,
    },
    flow: {
      yours: (reference: string) => `Encendido, dónde está tu acuerdo ${reference}.`,
      open: (reference: string) => `Abrir el acuerdo ${reference}`,
      tryIntro:
        'Con tu cuenta de Ladera. Con un saldo, el acuerdo empieza con tres facturas de muestra. Aceptar no cobra nada.',
      form: {
        answers: 'Los términos',
        button: 'Aceptar en PlacetoPay',
        another: 'Cada vez es un acuerdo nuevo; lo ves y lo cancelas en «Mis cobros automáticos».',
      },
      guest:
        'Para aceptar hace falta una cuenta: el acuerdo queda en ella. La solicitud se puede ver sin entrar.',
      requestIntro:
        'Esto es lo que recibiría PlacetoPay ahora mismo, en POST /autopay/session. Cambia con el formulario.',
      schedule: (currency: Currency) => `Fechas de cobro (${currency})`,
    },
    problems: {
      sign_in_required: {
        title: 'Entra a tu cuenta',
        money: 'No se cobró nada.',
        next: 'El acuerdo queda en una cuenta: entra y vuelve a intentarlo.',
      },
      unknown_mandate: {
        title: 'No encontramos ese acuerdo en tu cuenta',
        money: 'No se cobró nada y no se cambió nada.',
        next: 'Míralos en tus cobros automáticos.',
      },
      mandate_over: {
        title: 'Este acuerdo ya no acepta cambios',
        money: 'No se cobró nada.',
        next: 'Si lo quieres de nuevo, crea otro.',
      },
      mandate_confirming: {
        title: 'Estamos confirmando con PlacetoPay',
        money: 'No se cobró nada por esto.',
        next: 'Míralo en tus cobros automáticos en un minuto.',
      },
      gateway_unreachable: {
        title: 'No pudimos abrir la página de PlacetoPay',
        money: 'No se cobró nada y no se aceptó nada.',
        next: 'Lo que escribiste sigue aquí: inténtalo en unos minutos.',
      },
      gateway_refused: {
        title: 'PlacetoPay no aceptó abrir el acuerdo',
        money: 'No se cobró nada y no se aceptó nada.',
        next: `Cambia los términos o escríbenos a ${contactEmail}.`,
      },
      too_many_tries: {
        title: 'Demasiados intentos seguidos',
        money: 'No se cobró nada.',
        next: 'Espera unos minutos e inténtalo de nuevo.',
      },
    } satisfies Record<PageProblem, Failure>,
  },
  en: {
    title: 'My automatic payments',
    link: 'My automatic payments',
    intro:
      'What you agreed that PlacetoPay charges by itself: what, when and with which card. Here you change it or cancel it.',
    signIn: 'Sign in to see your automatic payments.',
    signInLink: 'Sign in',
    none: 'You have agreed to no automatic payment yet.',
    noneNext: 'See how it works and try one: agreeing charges nothing.',
    create: 'Create an automatic payment',
    count: (count) => plural('en', count, { one: '# agreement', other: '# agreements' }),
    back: 'Back to my automatic payments',
    heading: (reference) => `Agreement ${reference}`,
    statuses: {
      OPENING: 'To be accepted',
      NOT_AGREED: 'Not accepted',
      ACTIVE: 'Active',
      FAILED: 'Stopped',
      CANCELLED: 'Cancelled',
      FINISHED: 'Finished',
    },
    amounts: {
      FIXED: (amount) => `${amount} each time`,
      TOTAL_BALANCE: () => 'The total balance of each date',
      MINIMUM_BALANCE: () => 'The minimum balance of each date',
    },
    everyWeek: (interval) => plural('en', interval, { one: 'Every week', other: 'Every # weeks' }),
    charges: (count) => plural('en', count, { one: 'one charge', other: '# charges' }),
    nextOn: (day) => `Next charge: ${day}`,
    ending: (brand, digits) => `${brand} ending in ${digits}`,
    card: 'Card',
    standings: {
      open: {
        title: 'You have yet to accept',
        happened:
          'The page of PlacetoPay is still open. Nothing was charged, and nothing will be unless you accept.',
        next: 'Go on there: you read the terms, accept them and register the card.',
      },
      confirming: {
        title: 'We are confirming',
        happened: 'PlacetoPay has not told us yet what became of the page. Nothing was charged.',
        next: 'Make no other agreement for now: compare in a moment, and it will show here.',
      },
      not_agreed: {
        title: 'It was not accepted',
        happened: 'The page closed without you accepting. Nothing was charged and nothing will be.',
        next: 'If you want it, create a new agreement.',
      },
      active: {
        title: 'It is active',
        happened:
          'You accepted the terms, and PlacetoPay charges on each date. There is nothing to do today.',
        next: 'You can change the card or cancel it whenever you like.',
      },
      retrying: {
        title: 'The last try did not go through',
        happened: 'The card was refused, and that try charged nothing.',
        next: 'PlacetoPay tries again after one minute and after three. If the third fails too, the agreement stops until you give another card.',
      },
      failed: {
        title: 'It has stopped',
        happened: 'The three tries of one date failed. That date was not charged, and nothing more is.',
        next: 'Change the card and it goes on with its next date, or cancel it.',
      },
      cancelled: {
        title: 'It is cancelled',
        happened: 'Nothing more is charged, for ever. What was charged before is still below.',
        next: 'If you want it again, create another agreement.',
      },
      finished: {
        title: 'It has finished',
        happened: 'It came to its end as its terms say. Nothing more is charged.',
        next: 'If you want to go on, create another agreement.',
      },
    },
    continue: 'Go on at PlacetoPay',
    arrivals: {
      changed: 'The card was changed. Nothing was charged today, and the history is as it was.',
      unchanged: 'The card was not changed. Nothing was charged; the agreement is as it was.',
    },
    terms: {
      title: 'The terms',
      what: 'What is charged',
      rhythm: 'How often',
      dueDay: 'Falls due',
      dueDayOf: (day) => `On day ${day} of each month`,
      starts: 'Starts',
      first: 'First charge',
      last: 'Last day',
      noLast: 'No last day',
      most: 'How many charges',
      noMost: 'No limit',
      accepted: 'Accepted',
      notAccepted: 'Not accepted',
      card: 'Card',
      validUntil: 'Expires',
      id: 'PlacetoPay’s number',
      frozen: 'The terms do not change once they are accepted: only the card does.',
    },
    coming: {
      title: 'Next charges',
      planned: 'If you accept it, it is charged on these dates.',
      whatThen: {
        FIXED: 'PlacetoPay charges the fixed amount and asks nobody.',
        TOTAL_BALANCE:
          'On that day PlacetoPay asks us how much you owe. If you owe nothing, it charges nothing.',
        MINIMUM_BALANCE:
          'On that day PlacetoPay asks us for the minimum. If that is paid already, it charges nothing.',
      },
      today: (amount) => `With today’s invoices that would be ${amount}.`,
    },
    history: {
      title: 'History of charges',
      table: 'Every try to charge',
      none: 'Nothing has been charged yet.',
      head: { date: 'Date', amount: 'Amount', state: 'How it went', reference: 'Reference' },
      approved: 'Charged',
      refused: 'Refused',
      attempt: (number) => `Try ${number} of 3`,
      authorization: (code) => `Authorization ${code}`,
      paid: (numbers) => `Paid ${numbers}`,
      standings: {
        matched: 'Agrees: it is in PlacetoPay’s list and in our books',
        found: 'Agrees: we found it in PlacetoPay’s list',
        told: 'PlacetoPay told us; it has yet to be compared with its list',
        refused: 'No money moved',
        in_review:
          'Does not agree: a person of the shop looks into it. Your invoices do not change meanwhile',
      },
      sum: (charged, paid) => `Charged according to PlacetoPay: ${charged}. Paid on your invoices: ${paid}.`,
      agrees: 'The books agree.',
      differs: 'The books do not agree: a person of the shop is looking into it.',
      compared: (time) => `Compared with PlacetoPay: ${time}`,
      notCompared: 'It has not been compared with PlacetoPay yet.',
      compare: 'Compare with PlacetoPay now',
      comparing: 'Asking…',
      outcomes: {
        compared: 'Done: what you see is what PlacetoPay says.',
        unanswered: 'PlacetoPay did not answer. What you see is the last we knew; asking charged nothing.',
      },
    },
    invoices: {
      title: 'Invoices',
      table: 'Every invoice and what is open',
      of: 'The invoices that the balance comes from. The oldest is paid first.',
      ofFixed: 'Each charge is an invoice.',
      account: 'Your invoices',
      accountText: 'What you owe under your agreements. It is what is charged where a balance is.',
      none: 'There is no invoice.',
      head: {
        number: 'Invoice',
        due: 'Due',
        total: 'Total',
        minimum: 'Minimum',
        paid: 'Paid',
        open: 'Open',
        mandate: 'Agreement',
      },
      paid: 'Paid',
      sum: (open, minimum) => `You owe ${open}; the minimum is ${minimum}.`,
      add: 'Add a sample invoice',
      adding: 'Adding…',
      addHint: (total, minimum) =>
        `So that the next date has something to charge: ${total}, at least ${minimum}.`,
    },
    edit: {
      title: 'Change the card',
      text: 'We take you to PlacetoPay to give another card. Nothing is charged; the terms and the history stay.',
      revive:
        'With another card the agreement goes on from its next date. What was not charged is not charged later.',
      button: 'Change the card',
      doing: 'Opening PlacetoPay…',
    },
    cancel: {
      title: 'Cancel the agreement',
      ask: 'Cancel this agreement…',
      text: 'Nothing more will be charged, and it cannot be undone: to have it again you create another. What was charged is not given back by this, and invoices that are open stay open.',
      button: 'Yes, cancel it for ever',
      doing: 'Cancelling…',
      keep: 'No, keep it',
    },
    timeline: {
      title: 'What has happened',
      buyer: 'You',
      card: (digits) => `Ending in ${digits}`,
      events: {
        PREPARED: 'The agreement was prepared',
        INVOICE_ISSUED: 'An invoice was issued',
        CARD_GIVEN: 'You accepted and registered a card',
        CANCEL_ASKED: 'The agreement was asked to be cancelled',
        CHARGE_REFUNDED: 'PlacetoPay gave a charge back',
        AUTOPAY_CREATED: 'PlacetoPay told us that it was created',
        AUTOPAY_UPDATED: 'PlacetoPay told us that the card was changed',
        AUTOPAY_TRANSACTION_FAILED: 'PlacetoPay told us that a charge failed',
        AUTOPAY_CANCELED: 'PlacetoPay told us that it was cancelled',
        OPENING: 'The page was opened',
        NOT_AGREED: 'It was not accepted',
        ACTIVE: 'The agreement became active',
        FAILED: 'The agreement stopped',
        CANCELLED: 'The agreement was cancelled',
        FINISHED: 'The agreement finished',
      },
    },
    flow: {
      yours: (reference) => `Lit: where your agreement ${reference} is.`,
      open: (reference) => `Open agreement ${reference}`,
      tryIntro:
        'With your account at Ladera. With a balance the agreement begins with three sample invoices. Accepting charges nothing.',
      form: {
        answers: 'The terms',
        button: 'Accept at PlacetoPay',
        another: 'Each time is a new agreement; you see and cancel it under “My automatic payments”.',
      },
      guest: 'Accepting needs an account: the agreement is kept there. The request can be seen without one.',
      requestIntro:
        'This is what PlacetoPay would receive right now, at POST /autopay/session. It changes with the form.',
      schedule: (currency) => `When it would charge (${currency})`,
    },
    problems: {
      sign_in_required: {
        title: 'Sign in first',
        money: 'Nothing was charged.',
        next: 'An agreement belongs to an account: sign in and try again.',
      },
      unknown_mandate: {
        title: 'We do not find that agreement in your account',
        money: 'Nothing was charged and nothing was changed.',
        next: 'Look for it among your automatic payments.',
      },
      mandate_over: {
        title: 'This agreement takes no changes any more',
        money: 'Nothing was charged.',
        next: 'If you want it again, create another.',
      },
      mandate_confirming: {
        title: 'We are confirming with PlacetoPay',
        money: 'Nothing was charged by this.',
        next: 'Look at it among your automatic payments in a minute.',
      },
      gateway_unreachable: {
        title: 'We could not open the page of PlacetoPay',
        money: 'Nothing was charged and nothing was agreed to.',
        next: 'What you typed is still here: try again in a few minutes.',
      },
      gateway_refused: {
        title: 'PlacetoPay did not agree to open it',
        money: 'Nothing was charged and nothing was agreed to.',
        next: `Change the terms, or write to ${contactEmail}.`,
      },
      too_many_tries: {
        title: 'Too many tries in a row',
        money: 'Nothing was charged.',
        next: 'Wait a few minutes and try again.',
      },
    },
  },
});
