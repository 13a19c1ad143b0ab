import type { Dependence } from '@/lib/domain/card-dependence';
import type { CardValidity } from '@/lib/domain/card-validity';
import { defineTexts } from './texts';

/** What became of a card that somebody went to the gateway to keep. */
type Arrival = 'kept' | 'refused' | 'waiting';

/** The cards of an account: the list, one card, and what becomes of it. */
export const wallet = defineTexts({
  es: {
    title: 'Mis tarjetas',
    link: 'Mis tarjetas guardadas',
    intro:
      'Aquí solo ves la marca, el final, el titular y el vencimiento. El número lo guarda PlacetoPay; nosotros, una clave cifrada que solo sirve para tu cuenta.',
    signIn: 'Entra a tu cuenta para ver tus tarjetas.',
    signInLink: 'Iniciar sesión',
    none: 'Todavía no has guardado ninguna tarjeta.',
    noneNext: 'Guarda una y la próxima compra se paga con un clic. Guardarla no cuesta nada.',
    add: 'Guardar una tarjeta',
    adding: 'Abriendo PlacetoPay…',
    addHint: 'Te llevamos a la página segura de PlacetoPay. No se cobra nada y después vuelves aquí.',
    list: 'Tus tarjetas',
    unnamed: 'Tarjeta',
    ending: (digits: string) => `terminada en ${digits}`,
    preferred: 'Predeterminada',
    holder: 'Titular',
    validUntil: 'Vence',
    issuer: 'Banco',
    keptOn: 'Guardada el',
    keptWith: 'Con el pedido',
    unknownDay: 'No lo sabemos',
    validity: {
      ends_within_30: 'Vence en menos de 30 días',
      ends_within_7: 'Vence en menos de 7 días',
      expired: 'Vencida',
    } satisfies Record<Exclude<CardValidity, 'valid' | 'unknown'>, string>,
    manage: 'Cambiar o eliminar',
    manageThis: (card: string) => `Cambiar o eliminar ${card}`,
    leaving: 'En eliminación',
    leavingTitle: 'Tarjetas que estás eliminando',
    leavingText:
      'Ya no se pueden usar. Falta que PlacetoPay confirme que las borró; se lo repetimos hasta que lo haga y entonces desaparecen de aquí.',
    arrivals: {
      kept: 'Tu tarjeta quedó guardada. No se cobró nada.',
      refused: 'No se guardó ninguna tarjeta y no se cobró nada. Puedes intentarlo de nuevo.',
      waiting:
        'PlacetoPay todavía no nos confirma la tarjeta. No se cobra nada; vuelve a abrir esta página en un momento.',
    } satisfies Record<Arrival, string>,
    toMembership: 'Volver a tu membresía',
    back: 'Volver a mis tarjetas',
    name: {
      title: 'Ponle un nombre',
      label: 'Nombre de la tarjeta',
      hint: 'Solo lo ves tú, por ejemplo «La del mercado». Déjalo vacío para quitarlo.',
      save: 'Guardar el nombre',
      saving: 'Guardando…',
      saved: 'Quedó guardado.',
    },
    prefer: {
      title: 'Usarla primero',
      already: 'Es la que se ofrece primero cuando pagas.',
      expired: 'Está vencida: no puede ser la predeterminada ni cobrarse.',
      text: 'Se ofrecerá primero cuando pagues.',
      button: 'Usar esta primero',
      doing: 'Cambiando…',
    },
    forget: {
      title: 'Eliminar la tarjeta',
      ask: 'Eliminar esta tarjeta…',
      text: 'Deja de servir al instante, en esta tienda y en PlacetoPay. No se puede deshacer; para usarla otra vez habrá que guardarla de nuevo. Lo que ya pagaste con ella no cambia.',
      nothing: 'Ningún pago ni membresía depende de ella.',
      renews: 'Estas membresías se renuevan con ella:',
      renewsText: 'Elige abajo con qué tarjeta siguen. Desde ya usarán esa.',
      renewsAlone:
        'No guardas otra que pueda reemplazarla: quedarán sin tarjeta y no se renovarán hasta que les pongas una.',
      replacement: 'Tarjeta para esas membresías',
      noReplacement: 'Ninguna: que queden sin tarjeta',
      button: 'Sí, eliminarla',
      doing: 'Eliminando…',
      keep: 'No, conservarla',
      done: 'La tarjeta quedó eliminada: ya no sirve para pagar.',
    },
    dependents: {
      at_bank: {
        title: 'El banco está decidiendo un pago con ella:',
        text: 'Eliminarla no lo detiene: lo que el banco conteste queda registrado en el pedido. Mientras tanto no lo pagues de otra forma.',
      },
      unanswered: {
        title: 'PlacetoPay no ha contestado si cobró o reservó con ella:',
        text: 'Sin la tarjeta no lo pedimos otra vez. Si la respuesta no llega, una persona de la tienda lo busca en PlacetoPay: si se hizo, queda registrado; si no, podrás pagar de otra forma. Mientras tanto no pagues otra vez.',
      },
      held: {
        title: 'Hay dinero reservado en ella:',
        text: 'Eliminarla no suelta la reserva: la tienda todavía puede cobrarla o liberarla. Si no hace nada, vuelve sola a los 30 días de haberse hecho.',
      },
      unpaid: {
        title: 'Sin pagar, y lo último que se intentó fue con ella:',
        text: 'Siguen guardados. Desde el enlace los pagas con otra tarjeta o de otra forma.',
      },
      payOtherwise: (order: string) => `Pagar ${order} de otra forma`,
    } satisfies Record<Dependence, { title: string; text: string }> & {
      payOtherwise: (order: string) => string;
    },
    onlyCard: 'Nada: con este pedido solo se guardó una tarjeta.',
  },
  en: {
    title: 'My cards',
    link: 'My saved cards',
    intro:
      'Here you see only the brand, the ending, the cardholder and the expiry. PlacetoPay keeps the number; we keep a sealed token that works for your account alone.',
    signIn: 'Sign in to see your cards.',
    signInLink: 'Sign in',
    none: 'No saved cards yet.',
    noneNext: 'Save one and the next purchase is paid with one click. Saving it costs nothing.',
    add: 'Save a card',
    adding: 'Opening PlacetoPay…',
    addHint: 'We take you to the secure page of PlacetoPay. Nothing is charged, and you come back here.',
    list: 'Your cards',
    unnamed: 'Card',
    ending: (digits) => `ending in ${digits}`,
    preferred: 'Default',
    holder: 'Cardholder',
    validUntil: 'Expires',
    issuer: 'Bank',
    keptOn: 'Saved on',
    keptWith: 'With order',
    unknownDay: 'We do not know',
    validity: {
      ends_within_30: 'Expires within 30 days',
      ends_within_7: 'Expires within 7 days',
      expired: 'Expired',
    },
    manage: 'Change or delete',
    manageThis: (card) => `Change or delete ${card}`,
    leaving: 'Being deleted',
    leavingTitle: 'Cards you are deleting',
    leavingText:
      'They can no longer be used. PlacetoPay has yet to confirm that it deleted them; we tell it again until it does, and then they disappear from here.',
    arrivals: {
      kept: 'Your card was saved. Nothing was charged.',
      refused: 'No card was saved and nothing was charged. You can try again.',
      waiting:
        'PlacetoPay has not confirmed the card yet. Nothing is charged; open this page again in a moment.',
    },
    toMembership: 'Back to your membership',
    back: 'Back to my cards',
    name: {
      title: 'Give it a name',
      label: 'Name of the card',
      hint: 'Only you see it, for example “The groceries one”. Leave it empty to take it away.',
      save: 'Save the name',
      saving: 'Saving…',
      saved: 'It was saved.',
    },
    prefer: {
      title: 'Use it first',
      already: 'It is the one offered first when you pay.',
      expired: 'It has expired: it can be neither the default nor charged.',
      text: 'It will be offered first when you pay.',
      button: 'Use this one first',
      doing: 'Changing…',
    },
    forget: {
      title: 'Delete the card',
      ask: 'Delete this card…',
      text: 'It stops working at once, in this shop and at PlacetoPay. It cannot be undone; to use it again it has to be saved again. What you paid with it stays paid.',
      nothing: 'No payment and no membership depends on it.',
      renews: 'These memberships are renewed with it:',
      renewsText: 'Choose below which card they go on with. From now on they use that one.',
      renewsAlone:
        'You have no other saved card that could take its place: they will have no card, and are not renewed until you give them one.',
      replacement: 'Card for those memberships',
      noReplacement: 'None: leave them without a card',
      button: 'Yes, delete it',
      doing: 'Deleting…',
      keep: 'No, keep it',
      done: 'The card is deleted: it cannot pay any more.',
    },
    dependents: {
      at_bank: {
        title: 'The bank is deciding on a payment with it for:',
        text: 'Deleting it does not stop that: whatever the bank answers is recorded on the order. Until then do not pay it in another way.',
      },
      unanswered: {
        title: 'PlacetoPay has not answered whether it charged or held it for:',
        text: 'Without the card we do not ask for it again. If no answer comes, a person of the shop looks it up at PlacetoPay: if it was made, it is recorded; if not, you can pay in another way. Until then do not pay again.',
      },
      held: {
        title: 'Money is held on it for:',
        text: 'Deleting it does not release the hold: the shop can still charge or release it. If it does neither, the hold ends by itself 30 days after it was made.',
      },
      unpaid: {
        title: 'Not paid, and last tried with it:',
        text: 'They are still saved. The link leads to paying them with another card or in another way.',
      },
      payOtherwise: (order) => `Pay ${order} in another way`,
    },
    onlyCard: 'Nothing: with this order a card was saved, and that is all.',
  },
});
