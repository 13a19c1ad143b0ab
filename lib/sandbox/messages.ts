/**
 * The gateway's texts. Codes decide, texts are for people. Source:
 * https://docs.placetopay.dev/checkout/api/reference/reason-codes
 */

export type Language = 'es' | 'en';

type Text = Record<Language, string>;

/** The gateway speaks Spanish and English; Portuguese and Italian fall back to Spanish. */
export function languageOf(locale: string): Language {
  return locale.toLowerCase().startsWith('en') ? 'en' : 'es';
}

const processed: Text = {
  es: 'La petición se ha procesado correctamente',
  en: 'The request has been processed successfully',
};

const sessionTexts: Readonly<Record<string, Text>> = {
  'OK PC': processed,
  'OK 00': processed,
  'PENDING PC': { es: 'La petición se encuentra activa', en: 'The request is active' },
  'PENDING PT': { es: 'La petición se encuentra pendiente', en: 'The request is pending' },
  'APPROVED 00': {
    es: 'La petición ha sido aprobada exitosamente',
    en: 'The request has been successfully approved',
  },
  'REJECTED XN': { es: 'Se ha rechazado la petición', en: 'The request has been rejected' },
  'REJECTED ?C': {
    es: 'La petición ha sido cancelada por el usuario',
    en: 'The request has been cancelled by the user',
  },
  'REJECTED MC': {
    es: 'La petición ha sido cancelada por el comercio',
    en: 'The request has been cancelled by the merchant',
  },
  'REJECTED EX': { es: 'La petición ha expirado', en: 'The request has expired' },
  'APPROVED_PARTIAL P0': {
    es: 'La petición ha sido aprobada parcialmente',
    en: 'The request has been partially approved',
  },
  'PARTIAL_EXPIRED PX': {
    es: 'La petición esta expirada o cancelada y se han realizado pagos',
    en: 'The request has been expired or cancelled and it contains payments',
  },
};

/** Of a session's status and reason; where there are no words of their own, that it was processed. */
export function sessionText(status: string, reason: string, language: Language): string {
  return sessionTexts[`${status} ${reason}`]?.[language] ?? processed[language];
}

/** Of the subscription inside a session, when a card is kept. */
export const subscribed: Text = {
  es: 'Token generado exitosamente',
  en: 'Token successfully generated',
};

const attemptTexts: Readonly<Record<string, Text>> = {
  '00': { es: 'Aprobada', en: 'Approved' },
  '?-': {
    es: 'Transacción pendiente. Por favor consulte con su entidad financiera si el débito fue realizado',
    en: 'Pending transaction. Please check with your financial institution if the debit was made',
  },
  '?C': { es: 'Pago abortado por el usuario', en: 'Payment aborted by the user' },
  '05': { es: 'Rechazada', en: 'Rejected' },
  '61': {
    es: 'Negada, Monto excede el máximo definido por la Entidad Financiera',
    en: 'Declined, the amount exceeds the maximum defined by the financial institution',
  },
  XH: {
    es: 'Falla en la comunicación con el servidor de transacciones, por favor intente más tarde.',
    en: 'Communication with the transaction server failed, please try again later.',
  },
  OT1: {
    es: 'El OTP ingresado no coincide con el que se te ha provisto',
    en: 'The OTP entered does not match the one provided to you',
  },
  EX: { es: 'La petición ha expirado', en: 'The request has expired' },
  P0: { es: 'Aprobada parcialmente', en: 'Partially approved' },
  PT: { es: 'Transacción pendiente de confirmación', en: 'Pending confirmation transaction' },
  XN: { es: 'Negada, El token usado es inválido', en: 'Declined, the token used is invalid' },
  MC: { es: 'Cancelada por el comercio', en: 'Cancelled by merchant' },
  BR: { es: 'La petición no puede ser procesada', en: 'The request could not be processed' },
  '51': { es: 'Negada, Fondos insuficientes', en: 'Declined, insufficient funds' },
  '54': { es: 'Negada, Tarjeta vencida', en: 'Declined, expired card' },
  '43': { es: 'Negada, Tarjeta hurtada', en: 'Declined, stolen card' },
};

/** Of a transaction's reason; a reason without words is its own text. */
export function attemptText(reason: string, language: Language): string {
  return attemptTexts[reason]?.[language] ?? reason;
}

/** What the gateway answers instead of doing it. */
export const refusals = {
  notFound: { es: 'No existe la sesión que busca', en: 'The requested session does not exist' },
  noRoute: { es: 'Pagina no encontrada', en: 'Page not found' },
  malformed: { es: 'Autenticación mal formada', en: 'Malformed authentication' },
  notJson: {
    es: 'El cuerpo de la petición no es un JSON válido.',
    en: 'The request body is not valid JSON.',
  },
  tooLarge: { es: 'El cuerpo de la petición es muy grande.', en: 'The request body is too large.' },
  tooSoon: {
    es: 'El tiempo para realizar el pago es muy poco',
    en: 'The time to make the payment is too short',
  },
  payerData: { es: 'Los datos del pagador no son válidos', en: 'The payer data is not valid' },
  notPending: {
    es: 'No se pueden cancelar sesiones que no están pendientes.',
    en: 'Sessions that are not pending cannot be cancelled',
  },
  inProcess: {
    es: 'No se pueden cancelar sesiones con pagos aprobados o en proceso.',
    en: 'Sessions with approved or in process payments cannot be cancelled',
  },
  noTransaction: { es: 'No existe la transacción que busca', en: 'The requested transaction does not exist' },
  refunded: { es: 'La transacción ya ha sido reembolsada', en: 'Transaction already refunded' },
  unsettled: {
    es: 'El reembolso parcial no es posible mientras la transacción no se haya liquidado',
    en: 'A partial refund is not possible before the transaction is settled',
  },
  lapsed: { es: 'La transacción ya ha sido expirada', en: 'The transaction has already expired' },
  reference: {
    es: 'Referencia inválida, debe ser de 1 a 32 caracteres',
    en: 'Invalid reference, it must have 1 to 32 characters',
  },
  duplicate: {
    es: 'Ya existe un cobro con la misma referencia, total y moneda en las últimas 24 horas',
    en: 'There is already a charge with the same reference, total and currency in the last 24 hours',
  },
  noAutopay: { es: 'No existe el autopago que busca', en: 'The requested autopay does not exist' },
  unprocessable: { es: 'La petición no puede ser procesada', en: 'The request could not be processed' },
  noCredentials: {
    es: 'la autenticación no contiene todos los parámetros requeridos (login, tranKey, seed, nonce)',
    en: 'authentication does not include all required parameters (login, tranKey, seed, nonce)',
  },
  badToken: { es: 'El token usado es inválido', en: 'The token used is invalid' },
  // What `gateway/token` and `gateway/information` say.
  unknownToken: { es: 'El token usado es inválido', en: 'Invalid token provided' },
  notTestCard: {
    es: 'Esta es una pasarela de pruebas: use una tarjeta de prueba. El número enviado no se guardó',
    en: 'This is a test gateway: use a test card. The number sent was not stored',
  },
  failure: { es: 'Ha ocurrido un error en el servicio', en: 'An error has occurred in the service' },
} as const satisfies Record<string, Text>;

export type Refusal = keyof typeof refusals;

/** With the code (100 to 107) of what is wrong. Source: https://docs.placetopay.dev/checkout/authentication */
export function authenticationText(code: number, language: Language): string {
  return language === 'en' ? `Authentication failed ${code}` : `Autenticación fallida ${code}`;
}
