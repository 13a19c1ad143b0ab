import type { SessionKind } from '@/lib/domain/session-request';
import { defineTexts } from './texts';

/** What a kept card can be asked for: a card that is only kept pays nothing. */
type Asked = Exclude<SessionKind, 'TOKEN'>;

type Asking = {
  title: string;
  intro: string;
  button: (amount: string, card: string) => string;
  chosen: (amount: string) => string;
  doing: string;
  once: string;
  unreachable: { title: string; money: string; next: string };
  refused: { title: string; money: string; next: string };
};

/** Paying an order with a kept card, at once or by a hold, and what its bank says when it does not want to. */
export const charge = defineTexts({
  es: {
    asks: {
      SALE: {
        title: 'Pagar con una tarjeta guardada',
        intro: 'Se cobra aquí mismo, sin pasar por otra página.',
        button: (amount, card) => `Pagar ${amount} con ${card}`,
        chosen: (amount) => `Pagar ${amount} con la tarjeta elegida`,
        doing: 'Cobrando… no cierres esta página',
        once: 'Aunque lo presiones dos veces, se cobra una sola vez.',
        unreachable: {
          title: 'No logramos comunicarnos con PlacetoPay.',
          money: 'El cobro no llegó a salir, así que no se cobró nada.',
          next: 'Espera un momento y vuelve a intentarlo con el mismo botón.',
        },
        refused: {
          title: 'PlacetoPay no aceptó el cobro.',
          money: 'No se cobró nada.',
          next: 'Prueba con otra tarjeta u otra forma de pago.',
        },
      },
      HOLD: {
        title: 'Reservar en una tarjeta guardada',
        intro: 'Se reserva aquí mismo, sin pasar por otra página. Todavía no se cobra nada.',
        button: (amount, card) => `Reservar ${amount} en ${card}`,
        chosen: (amount) => `Reservar ${amount} en la tarjeta elegida`,
        doing: 'Reservando… no cierres esta página',
        once: 'Aunque lo presiones dos veces, se reserva una sola vez.',
        unreachable: {
          title: 'No logramos comunicarnos con PlacetoPay.',
          money: 'La petición no llegó a salir, así que no se reservó ni se cobró nada.',
          next: 'Espera un momento y vuelve a intentarlo con el mismo botón.',
        },
        refused: {
          title: 'PlacetoPay no aceptó la reserva.',
          money: 'No se reservó ni se cobró nada.',
          next: 'Prueba con otra tarjeta u otra forma de pago.',
        },
      },
    } satisfies Record<Asked, Asking>,
    attempt: 'Tarjeta guardada',
    cards: 'Tarjeta',
    option: (card: string, month: string) => `${card} · ${month}`,
    installments: 'Cuotas',
    installmentsHint: 'El banco puede cobrar intereses por más de una.',
    count: { one: '# cuota', other: '# cuotas' },
    cvv: 'Código de seguridad (opcional)',
    cvvHint: 'Los 3 o 4 números del reverso. Algunos bancos lo piden. Va a PlacetoPay y no lo guardamos.',
    expired: (card: string) => `${card} está vencida y no se puede usar.`,
    manage: 'Mis tarjetas guardadas',
    otherWays: 'O de otra forma',
    onPage: 'O en la página de PlacetoPay',
    why: 'Por qué no se pudo usar la tarjeta',
    reasons: {
      '05': 'El banco dijo que no y no explica por qué. Llámalo con el número de la tarjeta, o paga con otra.',
      '14': 'El banco no reconoce la tarjeta. Guárdala de nuevo o usa otra.',
      '33': 'La tarjeta está vencida. Guarda la nueva que te dio el banco o usa otra.',
      '41': 'La tarjeta está reportada como perdida. Usa otra y habla con tu banco.',
      '43': 'La tarjeta está reportada como robada. Usa otra y habla con tu banco.',
      '51': 'La tarjeta no tiene fondos o cupo suficientes. Usa otra, o intenta de nuevo cuando los tenga.',
      '54': 'La tarjeta está vencida. Guarda la nueva que te dio el banco o usa otra.',
      '57': 'El banco no permite esta compra con esa tarjeta. Pídele que la habilite para compras por internet, o usa otra.',
      '61': 'La compra pasa del tope de la tarjeta. Pide a tu banco que lo suba, o usa otra.',
      '65': 'La tarjeta llegó a su tope de compras por hoy. Usa otra, o intenta mañana.',
      '82': 'El código de seguridad no es el de la tarjeta. Revísalo e intenta de nuevo.',
      '91': 'El banco no está disponible. Intenta de nuevo en unos minutos.',
    },
    otherReason:
      'El banco dijo que no. Abajo está lo que respondió; prueba con otra tarjeta o pregúntale a tu banco.',
  },
  en: {
    asks: {
      SALE: {
        title: 'Pay with a saved card',
        intro: 'It is charged right here, without going to another page.',
        button: (amount, card) => `Pay ${amount} with ${card}`,
        chosen: (amount) => `Pay ${amount} with the chosen card`,
        doing: 'Charging… do not close this page',
        once: 'Even if you press it twice, it is charged once.',
        unreachable: {
          title: 'We could not reach PlacetoPay.',
          money: 'The charge never left, so nothing was charged.',
          next: 'Wait a moment and try again with the same button.',
        },
        refused: {
          title: 'PlacetoPay did not accept the charge.',
          money: 'Nothing was charged.',
          next: 'Try another card or another way to pay.',
        },
      },
      HOLD: {
        title: 'Hold the amount on a saved card',
        intro: 'It is held right here, without going to another page. Nothing is charged yet.',
        button: (amount, card) => `Hold ${amount} on ${card}`,
        chosen: (amount) => `Hold ${amount} on the chosen card`,
        doing: 'Holding… do not close this page',
        once: 'Even if you press it twice, it is held once.',
        unreachable: {
          title: 'We could not reach PlacetoPay.',
          money: 'The request never left, so nothing was held or charged.',
          next: 'Wait a moment and try again with the same button.',
        },
        refused: {
          title: 'PlacetoPay did not accept the hold.',
          money: 'Nothing was held or charged.',
          next: 'Try another card or another way to pay.',
        },
      },
    },
    attempt: 'Saved card',
    cards: 'Card',
    option: (card, month) => `${card} · ${month}`,
    installments: 'Instalments',
    installmentsHint: 'The bank may charge interest for more than one.',
    count: { one: '# instalment', other: '# instalments' },
    cvv: 'Security code (optional)',
    cvvHint:
      'The 3 or 4 digits on the back. Some banks ask for it. It goes to PlacetoPay and we do not keep it.',
    expired: (card) => `${card} has expired and cannot be used.`,
    manage: 'My saved cards',
    otherWays: 'Or in another way',
    onPage: 'Or on PlacetoPay’s page',
    why: 'Why the card could not be used',
    reasons: {
      '05': 'The bank said no and does not say why. Call it with the card at hand, or pay with another.',
      '14': 'The bank does not know the card. Save it again or use another.',
      '33': 'The card has expired. Save the new one your bank gave you, or use another.',
      '41': 'The card is reported as lost. Use another and talk to your bank.',
      '43': 'The card is reported as stolen. Use another and talk to your bank.',
      '51': 'The card has not enough funds or credit. Use another, or try again when it has.',
      '54': 'The card has expired. Save the new one your bank gave you, or use another.',
      '57': 'The bank does not allow this purchase with that card. Ask it to enable purchases on the internet, or use another.',
      '61': 'The purchase is over the card’s limit. Ask your bank to raise it, or use another.',
      '65': 'The card has reached its limit of purchases for today. Use another, or try tomorrow.',
      '82': 'The security code is not the card’s. Check it and try again.',
      '91': 'The bank is not available. Try again in a few minutes.',
    },
    otherReason: 'The bank said no. What it answered stands below; try another card or ask your bank.',
  },
});
