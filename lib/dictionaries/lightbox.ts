import { endSentence } from './format';
import { defineTexts } from './texts';

/** Paying in a window above the shop. */
export const lightbox = defineTexts({
  es: {
    opening: {
      legend: 'Dónde se abre la página de pago',
      redirect: 'En su propia página',
      redirectHint: 'Sales de la tienda y vuelves al terminar.',
      lightbox: 'En una ventana sobre la tienda',
      lightboxHint: 'La misma página, sin salir de aquí.',
    },
    title: 'Paga en la ventana',
    intro: (until: string) =>
      endSentence(
        `La página de PlacetoPay se abre encima de esta. Es la misma página segura: la tienda no ve lo que escribes. Tienes hasta las ${until}`,
      ),
    frame: 'Página de pago de PlacetoPay',
    open: 'Abrir la ventana de pago',
    close: 'Cerrar y ver mi pedido',
    instead: 'Pagar en su propia página',
    done: 'Ver cómo va mi pedido',
  },
  en: {
    opening: {
      legend: 'Where the payment page opens',
      redirect: 'On its own page',
      redirectHint: 'You leave the shop and come back when it is done.',
      lightbox: 'In a window above the shop',
      lightboxHint: 'The same page, without leaving here.',
    },
    title: 'Pay in the window',
    intro: (until) =>
      `PlacetoPay’s page opens above this one. It is the same secure page: the shop does not see what you type. You have until ${until}.`,
    frame: 'PlacetoPay’s payment page',
    open: 'Open the payment window',
    close: 'Close and see my order',
    instead: 'Pay on its own page',
    done: 'See how my order stands',
  },
});
