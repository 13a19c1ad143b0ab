import type { SessionStatus } from '@/lib/domain/checkout-session';
import type { Actor, OrderEventType } from '@/lib/domain/order-event';
import type { Standing } from '@/lib/domain/order-standing';
import type { Step } from '@/lib/domain/order-look';
import type { TransactionStatus } from '@/lib/domain/transaction';
import { plural } from './plural';
import { defineTexts } from './texts';

/** Amounts and hours already written for the reader, how many attempts were refused, and the order that was placed instead. */
type Holes = {
  paid: string;
  total: string;
  excess: string;
  until: string;
  refusals: number;
  instead: string;
};

/** What happened and whether money moved; then what to do next. Always both, in that order. */
type StandingWords = {
  badge: string;
  title: string;
  happened: (holes: Holes) => string;
  next: (holes: Holes) => string;
};

/** The orders of a person and the page of one order. */
export const orders = defineTexts({
  es: {
    title: 'Mis pedidos',
    whose: {
      guest: 'Estos son los pedidos que hiciste en este navegador sin iniciar sesión.',
      buyer: 'Tus pedidos, del más reciente al más antiguo.',
      operator: 'Los pedidos de todas las personas, del más reciente al más antiguo.',
    },
    toOperator: 'Ver lo que hay por aclarar',
    signInInstead: 'Inicia sesión para ver los de tu cuenta',
    none: 'Todavía no hay pedidos aquí.',
    noneNext: 'Cuando compres algo, podrás seguir su pago desde esta página.',
    toShop: 'Ir a la tienda',
    number: (number: string) => `Pedido ${number}`,
    placed: (date: string) => `Hecho el ${date}`,
    total: 'Total',
    paid: 'Pagado',
    remaining: 'Falta por pagar',
    agreed: 'Se acordó en',
    givenBack: 'Devuelto',
    pages: 'Páginas de pedidos',
    newer: 'Más recientes',
    older: 'Más antiguos',
    open: (number: string) => `Ver el pedido ${number}`,
    heading: (number: string) => `Pedido ${number}`,
    bought: 'Lo que compraste',
    buyer: 'Quién compra',
    person: 'Nombre',
    email: 'Correo',
    phone: 'Teléfono',
    shipTo: 'Dirección',
    document: 'Documento',
    lines: (count: number) => plural('es', count, { one: '# artículo', other: '# artículos' }),
    quantity: 'Cantidad',
    each: (price: string) => `${price} c/u`,
    standings: {
      unpaid: {
        badge: 'Sin pagar',
        title: 'Falta el pago',
        happened: () => 'Tu pedido está guardado. No se ha cobrado nada.',
        next: () => 'Elige cómo pagar para terminar la compra.',
      },
      continue: {
        badge: 'Pago abierto',
        title: 'Tu pago está abierto',
        happened: () =>
          'Abriste el pago en PlacetoPay y aún no lo terminas. No nos han informado de ningún cobro.',
        next: ({ until }) =>
          `Sigue donde lo dejaste: hasta las ${until} puedes pagarlo. Después se cierra y ya no se puede pagar.`,
      },
      refused_inside: {
        badge: 'Intento rechazado',
        title: 'El último intento fue rechazado',
        happened: () => 'Ese intento no se cobró. El pago sigue abierto en PlacetoPay.',
        next: ({ until }) => `Vuelve y prueba con otra tarjeta u otro medio: hasta las ${until} hay tiempo.`,
      },
      processing: {
        badge: 'En proceso',
        title: 'Tu banco está decidiendo',
        happened: () =>
          'El banco recibió el pago y aún no lo aprueba ni lo rechaza. Puede que ya veas el débito en tu cuenta.',
        next: () => 'No vuelvas a pagar. Preguntamos por ti y esta página lo mostrará.',
      },
      processing_long: {
        badge: 'En proceso',
        title: 'Tu banco está tardando más de lo normal',
        happened: () =>
          'El pago sigue en proceso: ni aprobado ni rechazado. Puede que ya veas el débito en tu cuenta.',
        next: () =>
          'No vuelvas a pagar. Seguimos preguntando durante días si hace falta; si tu banco te dice algo, ten a mano el número del pedido.',
      },
      confirming: {
        badge: 'Confirmando',
        title: 'Estamos confirmando tu pago',
        happened: () => 'PlacetoPay todavía no nos dice cómo terminó. Aún no sabemos si se cobró.',
        next: () =>
          'No vuelvas a pagar: podrías pagar dos veces. Seguimos preguntando y esta página lo mostrará.',
      },
      unanswered: {
        badge: 'Sin pagar',
        title: 'No logramos abrir PlacetoPay',
        happened: () =>
          'PlacetoPay no contestó cuando le pedimos abrir el pago. Nadie llegó a ver una página para pagar, así que no se cobró nada.',
        next: () => 'Inténtalo de nuevo: cerramos ese intento y abrimos otro.',
      },
      partly_paid: {
        badge: 'Pagado en parte',
        title: 'Falta pagar una parte',
        happened: ({ paid, total }) => `Pagaste ${paid} de ${total}. Esa parte ya está registrada.`,
        next: ({ until }) => `Hasta las ${until} puedes pagar lo que falta en la misma página de PlacetoPay.`,
      },
      under_review: {
        badge: 'En revisión',
        title: 'Una persona está revisando tu pago',
        happened: () =>
          'La respuesta de PlacetoPay no coincide con este pedido y no la dimos por buena. Puede que se haya cobrado.',
        next: () => 'No vuelvas a pagar. Lo aclaramos con PlacetoPay; no tienes que hacer nada.',
      },
      charge_unknown: {
        badge: 'En revisión',
        title: 'PlacetoPay no nos dijo si tu pago se hizo',
        happened: () =>
          'Lo pedimos con tu tarjeta guardada y no llegó respuesta. Puede que se haya hecho; no lo pedimos otra vez.',
        next: () =>
          'No vuelvas a pagar. Una persona de la tienda lo aclara con PlacetoPay, y esta página mostrará el resultado.',
      },
      refused: {
        badge: 'Rechazado',
        title: 'El pago fue rechazado',
        happened: ({ refusals }) =>
          `${refusals > 1 ? `Se rechazaron ${refusals} intentos y PlacetoPay cerró ese pago. ` : ''}No se cobró nada. Tu pedido sigue guardado.`,
        next: () =>
          'Inténtalo de nuevo con otra tarjeta u otro medio. Si el rechazo se repite, pregunta a tu banco.',
      },
      left: {
        badge: 'Sin pagar',
        title: 'Saliste sin pagar',
        happened: () => 'Cancelaste el pago en PlacetoPay. No se cobró nada y tu pedido sigue guardado.',
        next: () => 'Puedes intentarlo de nuevo cuando quieras.',
      },
      cancelled_by_store: {
        badge: 'Sin pagar',
        title: 'Cerramos ese intento de pago',
        happened: () => 'La tienda canceló el intento antes de que se pagara. No se cobró nada.',
        next: () => 'Tu pedido sigue guardado: puedes intentarlo de nuevo.',
      },
      closing: {
        badge: 'Cerrando el pago',
        title: 'Estamos cerrando esta página de pago',
        happened: ({ instead }) =>
          `Pediste de nuevo algo de este en el pedido ${instead}, y nadie debe pagar dos veces. En este no se ha cobrado nada.`,
        next: () => 'No pagues en esa página. Si quieres los dos, paga este cuando se haya cerrado.',
      },
      replaced: {
        badge: 'Sin pagar',
        title: 'Lo pediste de nuevo',
        happened: ({ instead }) =>
          `Pediste de nuevo algo de este en el pedido ${instead}. Cerramos su página de pago para que no pagues dos veces; no se cobró nada.`,
        next: () => 'Si quieres los dos, este sigue guardado: puedes intentarlo de nuevo.',
      },
      expired: {
        badge: 'Venció el tiempo',
        title: 'Se acabó el tiempo para pagar',
        happened: () => 'El pago se cerró sin ningún cobro. Tu pedido sigue guardado.',
        next: () => 'Inténtalo de nuevo: se abre un pago nuevo para el mismo pedido.',
      },
      abandoned: {
        badge: 'Sin pagar',
        title: 'El pago no alcanzó a empezar',
        happened: () => 'Ese intento no llegó a PlacetoPay, o allí no lo aceptaron: no se cobró nada.',
        next: () => 'Inténtalo de nuevo, de esta forma o de otra.',
      },
      part_kept: {
        badge: 'Pagado en parte',
        title: 'El tiempo terminó con una parte pagada',
        happened: ({ paid, total }) => `Se cobraron ${paid} de ${total} y quedaron registrados en tu pedido.`,
        next: () => 'Paga lo que falta para completar el pedido.',
      },
      returned: {
        badge: 'Devuelto',
        title: 'El pago fue devuelto',
        happened: () =>
          'Un pago que estaba aprobado se devolvió. El tiempo en que lo veas en tu cuenta depende de tu banco.',
        next: () => 'Si aún quieres el pedido, puedes pagarlo de nuevo.',
      },
      part_returned: {
        badge: 'Devuelto en parte',
        title: 'Te devolvimos una parte',
        happened: ({ paid }) =>
          `Devolvimos una parte de lo que pagaste; quedan ${paid} pagados. El tiempo en que lo veas en tu cuenta depende de tu banco.`,
        next: () => 'No tienes que hacer nada.',
      },
      awaiting_shop: {
        badge: 'Por confirmar',
        title: 'La tienda está revisando tu pago',
        happened: () => 'Diste los datos de tu medio de pago y todavía no se ha cobrado nada.',
        next: () => 'No vuelvas a pagar. Cuando la tienda lo confirme o lo decline, lo verás aquí.',
      },
      hold_unknown: {
        badge: 'Por confirmar',
        title: 'Estamos confirmando tu reserva',
        happened: () =>
          'La tienda pidió cobrar o liberar lo reservado y PlacetoPay todavía no confirma. Aún no sabemos si se cobró.',
        next: () =>
          'No tienes que hacer nada, y no vuelvas a pagar: una persona de la tienda lo está aclarando.',
      },
      held: {
        badge: 'Reservado',
        title: 'El valor quedó reservado',
        happened: ({ total }) =>
          `Tu banco apartó dinero para este pedido de ${total}. Todavía no se ha cobrado.`,
        next: () => 'La tienda cobrará lo que corresponda, o liberará la reserva. No tienes que hacer nada.',
      },
      released: {
        badge: 'Reserva liberada',
        title: 'Liberamos la reserva',
        happened: () => 'No se cobró nada. El tiempo en que tu banco te devuelva el cupo depende de él.',
        next: () => 'Si aún quieres el pedido, puedes intentarlo de nuevo.',
      },
      card_kept: {
        badge: 'Listo',
        title: 'Tu tarjeta quedó registrada',
        happened: () => 'No se cobró nada: este pedido no cuesta nada.',
        next: () => 'Ya puedes seguir comprando.',
      },
      paid: {
        badge: 'Pagado',
        title: 'Pago aprobado. ¡Gracias!',
        happened: ({ paid }) => `Recibimos ${paid}.`,
        next: () => 'Ya estamos preparando tu pedido. Este es tu comprobante: imprímelo o guárdalo.',
      },
      overpaid: {
        badge: 'Pagado de más',
        title: 'Recibimos más de lo que cuesta tu pedido',
        happened: ({ excess, paid, total }) =>
          `Se cobraron ${paid} por un pedido de ${total}: sobran ${excess}, que son tuyos.`,
        next: () =>
          'No tienes que hacer nada. El pedido está pagado y quien atiende la tienda ya ve la diferencia para devolvértela.',
      },
      cancelled: {
        badge: 'Cancelado',
        title: 'Este pedido se canceló',
        happened: () => 'Ya no se puede pagar y no hay ningún cobro registrado.',
        next: () => 'Si aún lo quieres, haz un pedido nuevo.',
      },
    } satisfies Record<Standing, StandingWords>,
    steps: {
      pay: 'Elegir cómo pagar',
      retry: 'Intentar de nuevo',
      rest: 'Pagar lo que falta',
      continue: 'Continuar el pago en PlacetoPay',
      ask: 'Preguntar ahora a PlacetoPay',
      shop: 'Seguir comprando',
      print: 'Imprimir el comprobante',
    } satisfies Record<Step, string>,
    refreshes: 'Esta página se actualiza sola.',
    refreshNow: 'Actualizar la página',
    ask: {
      button: 'Preguntar ahora a PlacetoPay',
      asking: 'Preguntando…',
      outcomes: {
        settled: 'PlacetoPay respondió: hay novedades en tu pedido.',
        unchanged: 'PlacetoPay respondió: todo sigue igual.',
        confirming: 'PlacetoPay no contestó a tiempo. Seguimos preguntando; no vuelvas a pagar.',
        suspect: 'La respuesta de PlacetoPay no coincide con este pedido. Una persona la va a revisar.',
      },
    },
    keep: {
      title: 'Guarda este enlace',
      body: 'Compraste sin cuenta: con este enlace vuelves a ver tu pedido desde cualquier dispositivo. Quien lo tenga también puede verlo.',
      label: 'Enlace de tu pedido',
      copy: 'Copiar enlace',
      copied: 'Enlace copiado',
    },
    attempts: {
      title: 'Intentos de pago',
      none: 'Todavía no has intentado pagar.',
      attempt: (n: number) => `Intento ${n}`,
      sessions: {
        PREPARED: 'Preparado',
        SENT: 'Abriendo',
        IN_DOUBT: 'Por confirmar',
        PENDING: 'Abierto',
        APPROVED_PARTIAL: 'Pagado en parte',
        APPROVED: 'Aprobado',
        PARTIAL_EXPIRED: 'Terminó con una parte pagada',
        REJECTED: 'Terminó sin pago',
        ABANDONED: 'No se abrió',
      } satisfies Record<SessionStatus, string>,
      transactions: {
        APPROVED: 'Aprobada',
        REJECTED: 'Rechazada',
        PENDING: 'Pendiente',
        PENDING_CONFIRMATION: 'Pendiente de confirmación',
        PENDING_VALIDATION: 'Pendiente de validación',
        PENDING_PROCESS: 'Pendiente de proceso',
        APPROVED_PARTIAL: 'Aprobada en parte',
        FAILED: 'Fallida',
        REFUNDED: 'Devuelta',
        REVERSED: 'Reversada',
        ERROR: 'Con error',
        UNKNOWN: 'Sin confirmar',
        MANUAL: 'En revisión manual',
        DISPUTE: 'En disputa',
        OK: 'Sin confirmar',
        CANCELED: 'Cancelada',
        PARTIAL_EXPIRED: 'Vencida en parte',
      } satisfies Record<TransactionStatus, string>,
      refunded: 'Devuelta después',
      facts: {
        amount: 'Valor',
        discount: 'Descuento de ley',
        method: 'Medio',
        card: 'Tarjeta',
        issuer: 'Banco',
        reason: 'Código',
        message: 'Lo que dijo la entidad',
        authorization: 'Autorización',
        receipt: 'Recibo',
        reference: 'Referencia',
        requestId: 'Sesión PlacetoPay',
        internalReference: 'Transacción',
        date: 'Fecha',
        expires: 'Se cierra',
      },
      law: (code: string) => `ley ${code}`,
      cardEnding: (digits: string) => `terminada en ${digits}`,
      noTransactions: 'Nadie alcanzó a pagar en este intento.',
      nothingToPay: 'Aquí solo se guarda una tarjeta: no se cobra nada.',
      notYet: 'PlacetoPay todavía no nos informa ninguna transacción de este intento.',
    },
    decideBy: {
      until: (hour: string) =>
        `La tienda tiene hasta las ${hour} para confirmarlo o declinarlo. Después PlacetoPay lo rechaza.`,
      remains: 'Quedan #m min #s s',
      over: 'El plazo terminó.',
    },
    timeline: {
      title: 'Qué ha pasado',
      inFlight: 'Sin respuesta todavía',
      cartChanged: 'Con el mismo carrito se hizo otro pedido',
      actors: {
        buyer: 'Quien compra',
        return: 'Al volver de PlacetoPay',
        notification: 'Aviso de PlacetoPay',
        reconciler: 'Revisión automática',
        operator: 'Operación',
        store: 'La tienda',
      } satisfies Record<Actor, string>,
      events: {
        ORDER_PLACED: 'Se guardó el pedido',
        CHECKOUT_PREPARED: 'Se preparó un intento de pago',
        CHECKOUT_SENT: 'Se pidió a PlacetoPay abrir el pago',
        CHECKOUT_OPENED: 'PlacetoPay abrió la página de pago',
        CHECKOUT_IN_DOUBT: 'PlacetoPay no contestó a tiempo',
        CHECKOUT_ABANDONED: 'El intento no llegó a abrirse',
        TRANSACTION_SEEN: 'PlacetoPay informó una transacción',
        CHECKOUT_CHANGED: 'Cambió el estado del intento',
        CHARGE_SENT: 'Se envió a PlacetoPay la petición con la tarjeta guardada',
        CHARGE_RECEIVED: 'PlacetoPay recibió esa petición',
        ORDER_PAID: 'El pedido quedó pagado',
        ORDER_OVERPAID: 'El pedido recibió más de lo que cuesta',
        ORDER_CANCELLED: 'El pedido se canceló',
        CHARGE_UNKNOWN: 'No llegó respuesta: lo aclara una persona',
        ANSWER_SUSPECTED: 'Una respuesta de PlacetoPay no coincide: la revisa una persona',
        STOCK_SHORT: 'Faltó inventario para un pago recibido',
        CANCEL_ASKED: 'Se pidió cerrar el pago abierto',
        CANCEL_REFUSED: 'PlacetoPay no cerró el pago',
        OPERATION_PROPOSED: 'Se propuso una operación: falta otra persona',
        OPERATION_APPROVED: 'Otra persona estuvo de acuerdo con la operación',
        OPERATION_PREPARED: 'Se preparó una operación',
        OPERATION_SENT: 'Se pidió la operación a PlacetoPay',
        OPERATION_DONE: 'PlacetoPay hizo la operación',
        OPERATION_REFUSED: 'PlacetoPay no hizo la operación',
        OPERATION_IN_DOUBT: 'PlacetoPay no contestó: no se sabe si la operación se hizo',
        OPERATION_ABANDONED: 'La operación no se envió',
        OPERATION_RESOLVED: 'Una persona aclaró la operación',
        PART_ACCEPTED: 'La tienda aceptó lo que se pagó',
        CARD_KEPT: 'Se guardó la tarjeta, cifrada',
        CARD_NOT_KEPT: 'No se guardó la tarjeta',
        RECURRING_CHARGE_TOLD: 'PlacetoPay avisó de un cobro periódico: lo revisa una persona',
      } satisfies Record<OrderEventType, string>,
    },
    receipt: {
      title: 'Comprobante de pago',
      paidAt: (date: string) => `Pagado el ${date}`,
      note: 'Ladera es una tienda de demostración: este comprobante no es una factura.',
    },
  },
  en: {
    title: 'My orders',
    whose: {
      guest: 'These are the orders placed in this browser without signing in.',
      buyer: 'Your orders, newest first.',
      operator: 'Everybody’s orders, newest first.',
    },
    toOperator: 'See what is to be cleared up',
    signInInstead: 'Sign in to see those of your account',
    none: 'There are no orders here yet.',
    noneNext: 'Once you buy something you can follow its payment from this page.',
    toShop: 'Go to the shop',
    number: (number) => `Order ${number}`,
    placed: (date) => `Placed on ${date}`,
    total: 'Total',
    paid: 'Paid',
    remaining: 'Still to pay',
    agreed: 'Settled for',
    givenBack: 'Given back',
    pages: 'Pages of orders',
    newer: 'Newer',
    older: 'Older',
    open: (number) => `See order ${number}`,
    heading: (number) => `Order ${number}`,
    bought: 'What you bought',
    buyer: 'Buyer',
    person: 'Name',
    email: 'E-mail',
    phone: 'Phone',
    shipTo: 'Address',
    document: 'Document',
    lines: (count) => plural('en', count, { one: '# item', other: '# items' }),
    quantity: 'Quantity',
    each: (price) => `${price} each`,
    standings: {
      unpaid: {
        badge: 'Not paid',
        title: 'Not paid yet',
        happened: () => 'Your order is saved. Nothing has been charged.',
        next: () => 'Choose how to pay to finish the purchase.',
      },
      continue: {
        badge: 'Payment open',
        title: 'Your payment is open',
        happened: () =>
          'You opened the payment at PlacetoPay and have not finished it. No charge has been reported to us.',
        next: ({ until }) =>
          `Continue where you left off: you have until ${until}. After that it closes and can no longer be paid.`,
      },
      refused_inside: {
        badge: 'Attempt refused',
        title: 'The last attempt was refused',
        happened: () => 'That attempt was not charged. The payment is still open at PlacetoPay.',
        next: ({ until }) => `Go back and try another card or another method: you have until ${until}.`,
      },
      processing: {
        badge: 'In process',
        title: 'Your bank is deciding',
        happened: () =>
          'The bank has the payment and has neither approved nor refused it. You may already see the debit in your account.',
        next: () => 'Do not pay again. We keep asking and this page will show the answer.',
      },
      processing_long: {
        badge: 'In process',
        title: 'Your bank is taking longer than usual',
        happened: () =>
          'The payment is still in process: neither approved nor refused. You may already see the debit in your account.',
        next: () =>
          'Do not pay again. We keep asking, for days if need be; if you talk to your bank, have the order number at hand.',
      },
      confirming: {
        badge: 'Confirming',
        title: 'We are confirming your payment',
        happened: () =>
          'PlacetoPay has not told us yet how it ended. We do not know yet whether you were charged.',
        next: () =>
          'Do not pay again: you might pay twice. We keep asking and this page will show the answer.',
      },
      unanswered: {
        badge: 'Not paid',
        title: 'We could not open PlacetoPay',
        happened: () =>
          'PlacetoPay did not answer when we asked it to open the payment. Nobody got to see a page to pay on, so nothing was charged.',
        next: () => 'Try again: we close that attempt and open another.',
      },
      partly_paid: {
        badge: 'Partly paid',
        title: 'A part is still to be paid',
        happened: ({ paid, total }) => `You paid ${paid} of ${total}. That part is recorded.`,
        next: ({ until }) => `Pay the rest on the same PlacetoPay page: you have until ${until}.`,
      },
      under_review: {
        badge: 'Under review',
        title: 'A person is reviewing your payment',
        happened: () =>
          'PlacetoPay’s answer does not match this order and we did not accept it. You may have been charged.',
        next: () =>
          'Do not pay again. We are clearing it up with PlacetoPay; there is nothing you have to do.',
      },
      charge_unknown: {
        badge: 'Under review',
        title: 'PlacetoPay has not told us whether your payment went through',
        happened: () =>
          'We asked for it with your saved card, and no answer came. It may have been made; we are not asking again.',
        next: () =>
          'Do not pay again. A person of the shop is clearing it up with PlacetoPay, and this page will show the outcome.',
      },
      refused: {
        badge: 'Refused',
        title: 'The payment was refused',
        happened: ({ refusals }) =>
          `${refusals > 1 ? `${refusals} attempts were refused and PlacetoPay closed that payment. ` : ''}Nothing was charged. Your order is still saved.`,
        next: () => 'Try again with another card or another method. If it is refused again, ask your bank.',
      },
      left: {
        badge: 'Not paid',
        title: 'You left without paying',
        happened: () =>
          'You cancelled the payment at PlacetoPay. Nothing was charged and your order is still saved.',
        next: () => 'You can try again whenever you like.',
      },
      cancelled_by_store: {
        badge: 'Not paid',
        title: 'We closed that payment attempt',
        happened: () => 'The shop cancelled the attempt before it was paid. Nothing was charged.',
        next: () => 'Your order is still saved: you can try again.',
      },
      closing: {
        badge: 'Closing the payment',
        title: 'We are closing this payment page',
        happened: ({ instead }) =>
          `You ordered some of this again in order ${instead}, and nobody should pay twice. Nothing was charged for this one.`,
        next: () => 'Do not pay on that page. If you want both, pay this one once it is closed.',
      },
      replaced: {
        badge: 'Not paid',
        title: 'You ordered it again',
        happened: ({ instead }) =>
          `You ordered some of this again in order ${instead}. We closed its payment page so that you do not pay twice; nothing was charged.`,
        next: () => 'If you want both, this one is still saved: you can try again.',
      },
      expired: {
        badge: 'Time ran out',
        title: 'The time to pay ran out',
        happened: () => 'The payment closed without any charge. Your order is still saved.',
        next: () => 'Try again: a new payment opens for the same order.',
      },
      abandoned: {
        badge: 'Not paid',
        title: 'The payment never began',
        happened: () =>
          'That attempt did not reach PlacetoPay, or was not accepted there: nothing was charged.',
        next: () => 'Try again, in this way or another.',
      },
      part_kept: {
        badge: 'Partly paid',
        title: 'Time ran out with a part paid',
        happened: ({ paid, total }) => `${paid} of ${total} were charged and are recorded on your order.`,
        next: () => 'Pay the rest to complete the order.',
      },
      returned: {
        badge: 'Returned',
        title: 'The payment was returned',
        happened: () =>
          'A payment that had been approved was returned. When you see it in your account depends on your bank.',
        next: () => 'If you still want the order, you can pay it again.',
      },
      part_returned: {
        badge: 'Partly refunded',
        title: 'We gave a part back',
        happened: ({ paid }) =>
          `We gave back a part of what you paid; ${paid} remain paid. When you see it in your account depends on your bank.`,
        next: () => 'There is nothing for you to do.',
      },
      awaiting_shop: {
        badge: 'To be confirmed',
        title: 'The shop is reviewing your payment',
        happened: () => 'You gave the details of your means of payment, and nothing has been charged yet.',
        next: () => 'Do not pay again. Once the shop confirms or declines it, you will see it here.',
      },
      hold_unknown: {
        badge: 'Confirming',
        title: 'We are confirming your hold',
        happened: () =>
          'The shop asked to charge or release what is held, and PlacetoPay has not confirmed it yet. We do not know whether it was charged.',
        next: () =>
          'There is nothing you have to do, and do not pay again: a person of the shop is clearing it up.',
      },
      held: {
        badge: 'Held',
        title: 'The amount is on hold',
        happened: ({ total }) =>
          `Your bank set money aside for this order of ${total}. It has not been charged yet.`,
        next: () => 'The shop will charge what is due, or release the hold. There is nothing for you to do.',
      },
      released: {
        badge: 'Hold released',
        title: 'We released the hold',
        happened: () => 'Nothing was charged. When your bank frees the amount depends on your bank.',
        next: () => 'If you still want the order, you can try again.',
      },
      card_kept: {
        badge: 'Done',
        title: 'Your card is registered',
        happened: () => 'Nothing was charged: this order costs nothing.',
        next: () => 'You can go on shopping.',
      },
      paid: {
        badge: 'Paid',
        title: 'Payment approved. Thank you!',
        happened: ({ paid }) => `We received ${paid}.`,
        next: () => 'We are preparing your order. This is your receipt: print it or keep it.',
      },
      overpaid: {
        badge: 'Overpaid',
        title: 'We received more than your order costs',
        happened: ({ excess, paid, total }) =>
          `${paid} were charged for an order of ${total}: ${excess} too much, and it is yours.`,
        next: () =>
          'There is nothing you have to do. The order is paid and the people of the shop see the difference, to give it back.',
      },
      cancelled: {
        badge: 'Cancelled',
        title: 'This order was cancelled',
        happened: () => 'It can no longer be paid and no charge is recorded.',
        next: () => 'If you still want it, place a new order.',
      },
    },
    steps: {
      pay: 'Choose how to pay',
      retry: 'Try again',
      rest: 'Pay what is left',
      continue: 'Continue the payment at PlacetoPay',
      ask: 'Ask PlacetoPay now',
      shop: 'Keep shopping',
      print: 'Print the receipt',
    },
    refreshes: 'This page refreshes by itself.',
    refreshNow: 'Refresh the page',
    ask: {
      button: 'Ask PlacetoPay now',
      asking: 'Asking…',
      outcomes: {
        settled: 'PlacetoPay answered: there is news on your order.',
        unchanged: 'PlacetoPay answered: nothing has changed.',
        confirming: 'PlacetoPay did not answer in time. We keep asking; do not pay again.',
        suspect: 'PlacetoPay’s answer does not match this order. A person will review it.',
      },
    },
    keep: {
      title: 'Keep this link',
      body: 'You bought without an account: this link shows your order again on any device. Whoever has it can see it too.',
      label: 'Link to your order',
      copy: 'Copy link',
      copied: 'Link copied',
    },
    attempts: {
      title: 'Payment attempts',
      none: 'You have not tried to pay yet.',
      attempt: (n) => `Attempt ${n}`,
      sessions: {
        PREPARED: 'Prepared',
        SENT: 'Opening',
        IN_DOUBT: 'To be confirmed',
        PENDING: 'Open',
        APPROVED_PARTIAL: 'Partly paid',
        APPROVED: 'Approved',
        PARTIAL_EXPIRED: 'Ended partly paid',
        REJECTED: 'Ended without payment',
        ABANDONED: 'Never opened',
      },
      transactions: {
        APPROVED: 'Approved',
        REJECTED: 'Refused',
        PENDING: 'Pending',
        PENDING_CONFIRMATION: 'Pending confirmation',
        PENDING_VALIDATION: 'Pending validation',
        PENDING_PROCESS: 'Pending processing',
        APPROVED_PARTIAL: 'Partly approved',
        FAILED: 'Failed',
        REFUNDED: 'Refunded',
        REVERSED: 'Reversed',
        ERROR: 'With an error',
        UNKNOWN: 'Not confirmed',
        MANUAL: 'In manual review',
        DISPUTE: 'In dispute',
        OK: 'Not confirmed',
        CANCELED: 'Cancelled',
        PARTIAL_EXPIRED: 'Partly expired',
      },
      refunded: 'Refunded later',
      facts: {
        amount: 'Amount',
        discount: 'Discount by law',
        method: 'Method',
        card: 'Card',
        issuer: 'Bank',
        reason: 'Code',
        message: 'What the bank said',
        authorization: 'Authorization',
        receipt: 'Receipt',
        reference: 'Reference',
        requestId: 'PlacetoPay session',
        internalReference: 'Transaction',
        date: 'Date',
        expires: 'Closes',
      },
      law: (code) => `law ${code}`,
      cardEnding: (digits) => `ending in ${digits}`,
      noTransactions: 'Nobody got to pay in this attempt.',
      nothingToPay: 'A card is only saved here: nothing is charged.',
      notYet: 'PlacetoPay has not reported any transaction of this attempt yet.',
    },
    decideBy: {
      until: (hour) =>
        `The shop has until ${hour} to confirm or decline it. After that PlacetoPay refuses it.`,
      remains: '#m min #s s left',
      over: 'The time is over.',
    },
    timeline: {
      title: 'What has happened',
      inFlight: 'No answer yet',
      cartChanged: 'The same cart was ordered again',
      actors: {
        buyer: 'The buyer',
        return: 'Back from PlacetoPay',
        notification: 'PlacetoPay’s notice',
        reconciler: 'Automatic check',
        operator: 'Operations',
        store: 'The shop',
      },
      events: {
        ORDER_PLACED: 'The order was saved',
        CHECKOUT_PREPARED: 'A payment attempt was prepared',
        CHECKOUT_SENT: 'PlacetoPay was asked to open the payment',
        CHECKOUT_OPENED: 'PlacetoPay opened the payment page',
        CHECKOUT_IN_DOUBT: 'PlacetoPay did not answer in time',
        CHECKOUT_ABANDONED: 'The attempt never opened',
        TRANSACTION_SEEN: 'PlacetoPay reported a transaction',
        CHECKOUT_CHANGED: 'The attempt changed its status',
        CHARGE_SENT: 'The request on the saved card was sent to PlacetoPay',
        CHARGE_RECEIVED: 'PlacetoPay received that request',
        ORDER_PAID: 'The order is paid',
        ORDER_OVERPAID: 'The order received more than it costs',
        ORDER_CANCELLED: 'The order was cancelled',
        CHARGE_UNKNOWN: 'No answer came: a person clears it up',
        ANSWER_SUSPECTED: 'An answer of PlacetoPay does not fit: a person reviews it',
        STOCK_SHORT: 'Stock was short for a payment received',
        CANCEL_ASKED: 'Closing the open payment was asked for',
        CANCEL_REFUSED: 'PlacetoPay did not close the payment',
        OPERATION_PROPOSED: 'An operation was proposed: it takes another person',
        OPERATION_APPROVED: 'Another person agreed with the operation',
        OPERATION_PREPARED: 'An operation was prepared',
        OPERATION_SENT: 'PlacetoPay was asked for the operation',
        OPERATION_DONE: 'PlacetoPay did the operation',
        OPERATION_REFUSED: 'PlacetoPay did not do the operation',
        OPERATION_IN_DOUBT: 'PlacetoPay did not answer: nobody knows whether the operation was done',
        OPERATION_ABANDONED: 'The operation was not sent',
        OPERATION_RESOLVED: 'A person cleared the operation up',
        PART_ACCEPTED: 'The shop accepted what was paid',
        CARD_KEPT: 'The card was kept, sealed',
        CARD_NOT_KEPT: 'The card was not kept',
        RECURRING_CHARGE_TOLD: 'PlacetoPay told of a repeated charge: a person reviews it',
      },
    },
    receipt: {
      title: 'Payment receipt',
      paidAt: (date) => `Paid on ${date}`,
      note: 'Ladera is a demonstration shop: this receipt is not an invoice.',
    },
  },
});
