/** What the gateway's page says of the ways to pay without a card, as its tests know it: in their own words, not in its. */
const es = {
  choose: 'Elige cómo pagar',
  ways: { card: /^Pago con tarjeta/, pse: /^PSE/, nequi: /^Nequi/, cash: /^Efectivo/ },
  change: 'Elegir otro medio de pago',
  required: 'Este dato hace falta.',
  notTestCard:
    'Esta es una pasarela de pruebas: usa una tarjeta de prueba. Tu número no se guardó y no se cobró nada.',
  number: 'Número de la tarjeta',
  expiry: 'Vencimiento',
  retry: 'Intentar de nuevo',
  approved: 'Transacción aprobada',
  rejected: 'Transacción rechazada',
  pending: 'Transacción pendiente',
  unavailable: 'Sesión no disponible',
  drawer: 'Tarjetas de prueba',
  tests: 'Datos de prueba',
  pse: { heading: 'Paga desde tu cuenta con PSE', bank: 'Banco', submit: 'Ir al banco' },
  bankWaits: { heading: 'Sigue en la página de tu banco', go: 'Ir al banco' },
  bank: {
    heading: 'Autoriza tu pago por PSE',
    pay: 'Pagar',
    approve: 'Aprobar el pago',
    wait: 'Dejarlo pendiente',
    answered: 'El banco ya tiene tu respuesta',
    back: 'Volver al pago',
  },
  nequi: { phone: 'Celular de Nequi', submit: 'Enviar la notificación' },
  push: 'Aprueba el pago en tu celular',
  toShop: 'Volver al comercio',
  cash: { network: 'Dónde vas a pagar', submit: 'Obtener la orden de pago' },
  order: { heading: 'Orden de pago en efectivo', barcode: /^Código de barras de la orden \d{10}$/ },
};

type Words = typeof es;

const en: Words = {
  choose: 'Choose how to pay',
  ways: { card: /^Pay by card/, pse: /^PSE/, nequi: /^Nequi/, cash: /^Cash/ },
  change: 'Choose another way to pay',
  required: 'This is needed.',
  notTestCard: 'This is a test gateway: use a test card. Your number was not stored and nothing was charged.',
  number: 'Card number',
  expiry: 'Expiry date',
  retry: 'Try again',
  approved: 'Transaction approved',
  rejected: 'Transaction rejected',
  pending: 'Transaction pending',
  unavailable: 'Session not available',
  drawer: 'Test cards',
  tests: 'Test data',
  pse: { heading: 'Pay from your account with PSE', bank: 'Bank', submit: 'Go to the bank' },
  bankWaits: { heading: "Go on at your bank's page", go: 'Go to the bank' },
  bank: {
    heading: 'Authorise your PSE payment',
    pay: 'Pay',
    approve: 'Approve the payment',
    wait: 'Leave it pending',
    answered: 'The bank has your answer already',
    back: 'Back to the payment',
  },
  nequi: { phone: 'Nequi phone', submit: 'Send the notification' },
  push: 'Approve the payment on your phone',
  toShop: 'Back to the shop',
  cash: { network: 'Where you are going to pay', submit: 'Get the payment order' },
  order: { heading: 'Cash payment order', barcode: /^Barcode of order \d{10}$/ },
};

export const methodWords = { es, en };
