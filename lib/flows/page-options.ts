import { longestSession, pageLocales, shortestSession } from '@/lib/domain/session-options';
import { both, named, none, onOff, type OptionGroup } from './option-field';

/** `Español (Colombia)`, each in its own language: whoever looks for it reads it. */
const languages: Record<(typeof pageLocales)[number], string> = {
  es_CO: 'Español (Colombia)',
  es_EC: 'Español (Ecuador)',
  es_PR: 'Español (Puerto Rico)',
  es_CL: 'Español (Chile)',
  es_CR: 'Español (Costa Rica)',
  es_UY: 'Español (Uruguay)',
  en_US: 'English (United States)',
  pt_BR: 'Português (Brasil)',
  it_IT: 'Italiano (Italia)',
};

/** What the payment page is like, and where it leads. */
export const page: OptionGroup = {
  title: { es: 'La página de pago', en: 'The payment page' },
  fields: [
    named('locale', {
      label: { es: 'Idioma de la página', en: 'Language of the page' },
      hint: {
        es: 'locale: en qué idioma y país empieza; el pagador lo puede cambiar allí.',
        en: 'locale: the language and country it begins in; the payer may change it there.',
      },
      kind: 'choice',
      options: [
        none('El del pedido', 'The order’s'),
        ...pageLocales.map((value) => ({ value, label: both(languages[value]) })),
      ],
    }),
    named('expiresInMinutes', {
      label: { es: 'Minutos para pagar', en: 'Minutes to pay' },
      hint: {
        es: `expiration: de ${shortestSession} a ${longestSession}; PlacetoPay pide al menos 5 cuando recibe la solicitud. Vacío, 30. El efectivo solo se ofrece con más de 30.`,
        en: `expiration: ${shortestSession} to ${longestSession}; PlacetoPay asks for at least 5 when it receives the request. Empty, 30. Cash is only offered with more than 30.`,
      },
      kind: 'number',
      min: shortestSession,
      max: longestSession,
    }),
    named('paymentMethod', {
      label: { es: 'Solo estos medios de pago', en: 'Only these payment methods' },
      hint: {
        es: 'paymentMethod: códigos separados por comas, por ejemplo visa,master. Los que el comercio no tiene se ignoran.',
        en: 'paymentMethod: codes separated by commas, for example visa,master. Those the site lacks are ignored.',
      },
      kind: 'text',
      maxLength: 200,
    }),
    named('skipResult', {
      label: { es: 'Volver sin mostrar el resultado', en: 'Come back without the result page' },
      hint: {
        es: 'skipResult: al terminar, el pagador vuelve de inmediato a la tienda.',
        en: 'skipResult: when it is over, the payer is back in the shop at once.',
      },
      kind: 'check',
    }),
    named('cancelUrl', {
      label: { es: 'Dirección para quien desiste', en: 'Address when the payer leaves' },
      hint: {
        es: 'cancelUrl: a dónde lleva «No deseo continuar». Sin ella, a la dirección de regreso.',
        en: 'cancelUrl: where “I don’t want to continue” leads. Without it, to the return address.',
      },
      kind: 'choice',
      options: onOff,
    }),
  ],
};

/** What the gateway is told of the person who pays. */
export const person: OptionGroup = {
  title: { es: 'La persona', en: 'The person' },
  fields: [
    named('person', {
      label: { es: 'Cómo se envían sus datos', en: 'How their data are sent' },
      hint: {
        es: 'payer llena el formulario y lo bloquea; buyer lo llena y deja cambiarlo.',
        en: 'payer fills the form in and locks it; buyer fills it in and lets it be changed.',
      },
      kind: 'choice',
      options: [
        none('Como comprador (buyer)', 'As the buyer (buyer)'),
        { value: 'payer', label: { es: 'Como pagador (payer)', en: 'As the payer (payer)' } },
        { value: 'none', label: { es: 'No se envían', en: 'They are not sent' } },
      ],
    }),
    named('noBuyerFill', {
      label: { es: 'No llenar con los datos del comprador', en: 'Do not fill in the buyer’s data' },
      hint: {
        es: 'noBuyerFill: los datos viajan, pero el formulario aparece vacío.',
        en: 'noBuyerFill: the data travel, but the form appears empty.',
      },
      kind: 'check',
    }),
    named('shipping', {
      label: { es: 'Enviar a quién se le entrega', en: 'Send who receives it' },
      hint: {
        es: 'payment.shipping: la persona y la dirección de entrega, aquí las mismas de la compra.',
        en: 'payment.shipping: the person and address of the delivery, here those of the purchase.',
      },
      kind: 'check',
    }),
  ],
};
