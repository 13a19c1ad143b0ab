import type { SessionKind } from '@/lib/domain/session-request';
import { plural } from './plural';
import { defineTexts } from './texts';

/** What happened, whether money moved, what to do next. */
type Failure = { title: string; money: string; next: string };

/** Every way in which opening a payment can end without a payment page. */
type PayProblem =
  | 'unknown_order'
  | 'already_paid'
  | 'confirming'
  | 'out_of_stock'
  | 'gateway_unreachable'
  | 'gateway_refused';

/** From the buyer's data to the door of the payment page. */
export const checkout = defineTexts({
  es: {
    title: 'Tus datos',
    steps: {
      label: 'Pasos de la compra',
      cart: 'Carrito',
      buyer: 'Tus datos',
      pay: 'Pago',
      done: 'Comprobante',
    },
    intro:
      'Los pedimos para enviarte el pedido y porque PlacetoPay los exige para el pago. Nunca pedimos el número de tu tarjeta aquí.',
    required: 'Todos los campos son obligatorios, salvo los que dicen «opcional».',
    optional: 'opcional',
    guest: '¿Tienes cuenta?',
    guestLink: 'Inicia sesión y llenamos una parte por ti',
    signedIn: (name: string) => `Compras como ${name}.`,
    groups: { person: 'Quién compra', document: 'Documento', address: 'Dónde lo recibes' },
    fields: {
      name: 'Nombres',
      surname: 'Apellidos',
      email: 'Correo electrónico',
      phone: 'Teléfono',
      country: 'País',
      documentType: 'Tipo de documento',
      document: 'Número de documento',
      state: 'Departamento o estado',
      city: 'Ciudad',
      street: 'Dirección',
      postalCode: 'Código postal',
    },
    hints: {
      surname: 'Déjalo vacío si compra una empresa.',
      email: 'Para escribirte sobre este pedido.',
      phone: 'Con indicativo si no es de Colombia, por ejemplo +1 305 555 0123.',
      country: 'Decide qué documentos puedes usar.',
      street: 'Calle, número y lo que ayude a encontrarla.',
    },
    changeCountry: 'Ver los documentos de este país',
    countryChanged: (country: string) => `Estos son los documentos de ${country}.`,
    place: (amount: string) => `Continuar al pago de ${amount}`,
    placing: 'Guardando tu pedido…',
    afterPlace: 'Lo que sigue: te mostramos cómo se paga. Todavía no se cobra nada.',
    failed: 'No guardamos el pedido y no se cobró nada.',
    outOfStock: (product: string) =>
      `Ya no queda suficiente de ${product}. Cambia la cantidad en el carrito.`,
    toCart: 'Volver al carrito',
    summary: {
      title: 'Tu pedido',
      show: 'Ver lo que llevas',
      total: 'Total',
      paid: 'Ya pagado',
      due: 'Falta por pagar',
      included: 'Con impuestos incluidos',
      edit: 'Cambiar el carrito',
      quantity: (count: number) => `× ${count}`,
      lines: (count: number) => plural('es', count, { one: '# artículo', other: '# artículos' }),
    },
    choose: {
      title: 'Elige cómo pagar',
      intro: 'Lo que elijas se paga en PlacetoPay, fuera de esta tienda.',
      introWithCards:
        'Con una tarjeta guardada se paga aquí mismo; todo lo demás se paga en PlacetoPay, fuera de esta tienda.',
      pick: (title: string) => `Elegir ${title}`,
      none: 'Ninguna forma de pago sirve para este pedido.',
      others: 'Las que no sirven para este pedido',
      about: (title: string) => `Qué es «${title}»`,
    },
    pay: {
      back: 'Cambiar la forma de pago',
      what: 'Qué va a pasar',
      buttons: {
        SALE: (amount: string) => `Ir a pagar ${amount} en PlacetoPay`,
        HOLD: (amount: string) => `Ir a reservar ${amount} en PlacetoPay`,
        TOKEN: () => 'Ir a registrar la tarjeta en PlacetoPay',
      } satisfies Record<SessionKind, (amount: string) => string>,
      going: 'Abriendo PlacetoPay…',
      hold: 'Guardamos tus productos mientras el pago está abierto.',
    },
    problems: {
      unknown_order: {
        title: 'No encontramos este pedido.',
        money: 'No se cobró nada.',
        next: 'Vuelve a tus pedidos o empieza desde el carrito.',
      },
      already_paid: {
        title: 'Este pedido ya está pagado.',
        money: 'No se cobró nada más.',
        next: 'Mira el comprobante en la página del pedido.',
      },
      confirming: {
        title: 'Estamos confirmando un pago de este pedido.',
        money: 'Aún no sabemos si se cobró.',
        next: 'No vuelvas a pagar: podrías pagar dos veces. Sigue el estado en la página del pedido.',
      },
      out_of_stock: {
        title: 'Uno de los productos se agotó mientras tanto.',
        money: 'No se cobró nada.',
        next: 'Haz un pedido nuevo sin él, o vuelve más tarde: este pedido sigue guardado.',
      },
      gateway_unreachable: {
        title: 'No logramos comunicarnos con PlacetoPay.',
        money: 'No se abrió ninguna página de pago, así que no se cobró nada.',
        next: 'Espera un momento y vuelve a intentarlo con el mismo botón. Tu pedido sigue guardado.',
      },
      gateway_refused: {
        title: 'PlacetoPay no aceptó abrir este pago.',
        money: 'No se cobró nada.',
        next: 'Si el mensaje habla de tus datos, haz el pedido de nuevo con los datos corregidos; si no, inténtalo más tarde.',
      },
    } satisfies Record<PayProblem, Failure>,
    gatewaySays: 'PlacetoPay dice:',
    toOrder: 'Ir al pedido',
    toOrders: 'Ver mis pedidos',
  },
  en: {
    title: 'Your details',
    steps: {
      label: 'Steps of the purchase',
      cart: 'Cart',
      buyer: 'Your details',
      pay: 'Payment',
      done: 'Receipt',
    },
    intro:
      'We ask for them to send you the order and because PlacetoPay requires them to pay. We never ask for your card number here.',
    required: 'Every field is required, except those that say “optional”.',
    optional: 'optional',
    guest: 'Do you have an account?',
    guestLink: 'Sign in and we fill in a part for you',
    signedIn: (name) => `You are buying as ${name}.`,
    groups: { person: 'Who is buying', document: 'Document', address: 'Where it goes' },
    fields: {
      name: 'First names',
      surname: 'Last names',
      email: 'E-mail',
      phone: 'Phone',
      country: 'Country',
      documentType: 'Document type',
      document: 'Document number',
      state: 'State or department',
      city: 'City',
      street: 'Address',
      postalCode: 'Postal code',
    },
    hints: {
      surname: 'Leave it empty if a company is buying.',
      email: 'To write to you about this order.',
      phone: 'With its country code if it is not Colombian, for example +1 305 555 0123.',
      country: 'It decides which documents you may use.',
      street: 'Street, number and whatever helps to find it.',
    },
    changeCountry: 'Show the documents of this country',
    countryChanged: (country) => `These are the documents of ${country}.`,
    place: (amount) => `Continue to the payment of ${amount}`,
    placing: 'Saving your order…',
    afterPlace: 'Next we show you how to pay. Nothing is charged yet.',
    failed: 'The order was not saved and nothing was charged.',
    outOfStock: (product) => `There is not enough of ${product} left. Change its quantity in the cart.`,
    toCart: 'Back to the cart',
    summary: {
      title: 'Your order',
      show: 'See what you are buying',
      total: 'Total',
      paid: 'Paid already',
      due: 'Left to pay',
      included: 'Taxes included',
      edit: 'Change the cart',
      quantity: (count) => `× ${count}`,
      lines: (count) => plural('en', count, { one: '# item', other: '# items' }),
    },
    choose: {
      title: 'Choose how to pay',
      intro: 'Whatever you choose is paid at PlacetoPay, outside this shop.',
      introWithCards:
        'A saved card pays right here; everything else is paid at PlacetoPay, outside this shop.',
      pick: (title) => `Choose ${title}`,
      none: 'No way to pay fits this order.',
      others: 'Those that do not fit this order',
      about: (title) => `What “${title}” is`,
    },
    pay: {
      back: 'Change how to pay',
      what: 'What will happen',
      buttons: {
        SALE: (amount) => `Go and pay ${amount} at PlacetoPay`,
        HOLD: (amount) => `Go and reserve ${amount} at PlacetoPay`,
        TOKEN: () => 'Go and register the card at PlacetoPay',
      },
      going: 'Opening PlacetoPay…',
      hold: 'We keep your products for you while the payment is open.',
    },
    problems: {
      unknown_order: {
        title: 'We cannot find this order.',
        money: 'Nothing was charged.',
        next: 'Go back to your orders or start from the cart.',
      },
      already_paid: {
        title: 'This order is already paid.',
        money: 'Nothing more was charged.',
        next: 'See the receipt on the order’s page.',
      },
      confirming: {
        title: 'We are confirming a payment of this order.',
        money: 'We do not know yet whether it was charged.',
        next: 'Do not pay again: you might pay twice. Follow it on the order’s page.',
      },
      out_of_stock: {
        title: 'One of the products sold out in the meantime.',
        money: 'Nothing was charged.',
        next: 'Place a new order without it, or come back later: this order stays saved.',
      },
      gateway_unreachable: {
        title: 'We could not reach PlacetoPay.',
        money: 'No payment page was opened, so nothing was charged.',
        next: 'Wait a moment and try again with the same button. Your order stays saved.',
      },
      gateway_refused: {
        title: 'PlacetoPay did not agree to open this payment.',
        money: 'Nothing was charged.',
        next: 'If its message is about your details, place the order again with them corrected; if not, try later.',
      },
    },
    gatewaySays: 'PlacetoPay says:',
    toOrder: 'Go to the order',
    toOrders: 'See my orders',
  },
});
