import type { Flow } from './flow';

/** What a shopper reads about splitting a payment among sellers. */
export const dispersionTexts: Flow['texts'] = {
  es: {
    title: 'Un pago para varios vendedores',
    summary: 'Pagas una vez, y cada vendedor recibe su parte.',
    promise: 'Pagado, y repartido.',
    steps: [
      'Se reparte el total entre los vendedores, por porcentaje o por valor.',
      'En la página segura de PlacetoPay pagas el total una sola vez.',
      'Cada parte se cobra en orden y llega a su vendedor; el pedido muestra cómo quedó cada una.',
    ],
    useCase:
      'Una agencia vende un tiquete: la tarifa va a la aerolínea, con su tasa aeroportuaria, y la comisión a la agencia, con un solo pago de quien viaja.',
    rules: [
      'Las partes suman el total hasta el último centavo, todas en la misma moneda.',
      'Hasta tres partes. Con una aerolínea son dos, y la aerolínea va primero.',
      'Los impuestos y los detalles van dentro de su parte, no en el total.',
      'Las partes se cobran en orden: una rechazada detiene las siguientes, y lo ya cobrado queda registrado.',
      'No se combina con pagos en partes, periódicos ni preautorización.',
      'Se devuelve una parte a su vendedor, o el pago entero.',
    ],
    unavailable: 'Este pedido no tiene nada por pagar.',
  },
  en: {
    title: 'One payment for several sellers',
    summary: 'You pay once, and each seller receives a part.',
    promise: 'Paid, and shared out.',
    steps: [
      'The total is split among the sellers, by percentage or by amount.',
      'On the secure page of PlacetoPay you pay the total once.',
      'Each part is charged in order and reaches its seller; the order shows what became of each.',
    ],
    useCase:
      'An agency sells a ticket: the fare goes to the airline, with its airport tax, and the commission to the agency, with a single payment by the traveller.',
    rules: [
      'The parts add up to the total to the last cent, all in the same currency.',
      'Three parts at most. With an airline there are two, and the airline goes first.',
      'Taxes and details go inside their part, not into the total.',
      'The parts are charged in order: a refused one stops those after it, and what was charged stays recorded.',
      'It does not go with payments in parts, recurring payments or preauthorization.',
      'One seller’s part can be given back, or the whole payment.',
    ],
    unavailable: 'There is nothing to pay for this order.',
  },
};
