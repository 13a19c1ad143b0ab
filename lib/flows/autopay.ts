import type { FormField } from '@/lib/domain/form-field';
import type { Locale } from '@/lib/domain/locale';
import { mandatePeriodicities, type MandateStatus } from '@/lib/domain/mandate';
import { mostMandatePeriods } from '@/lib/domain/mandate-answers';
import type { Words } from '@/lib/domain/product';
import type { FlowTexts } from './flow';
import { intervalField, periodOptions } from './rhythm-fields';

/**
 * AutoPay beside the ways to pay an order. It is none of the registry: no order is paid by it, but an agreement made, so
 * its states are an agreement's, and its fields are what `readMandateTerms` reads.
 */

type ShownTexts = Pick<FlowTexts, 'title' | 'summary' | 'useCase' | 'steps' | 'rules'>;

/** One node of the diagram. Exactly one of them is lit for each agreement. */
export type MandateState = {
  readonly name: string;
  readonly label: Words;
  readonly next: readonly string[];
  readonly at: MandateStatus;
};

const states: readonly MandateState[] = [
  {
    ...{ name: 'open', at: 'OPENING', next: ['active', 'not_agreed'] },
    label: { es: 'Página abierta, sin aceptar', en: 'Page open, not accepted' },
  },
  {
    ...{ name: 'not_agreed', at: 'NOT_AGREED', next: [] },
    label: { es: 'No se aceptó', en: 'Not accepted' },
  },
  {
    ...{ name: 'active', at: 'ACTIVE', next: ['failed', 'cancelled', 'finished'] },
    label: { es: 'Activo: cobra en cada fecha', en: 'Active: charges on each date' },
  },
  {
    ...{ name: 'failed', at: 'FAILED', next: ['active', 'cancelled'] },
    label: { es: 'Detenido: tres intentos fallaron', en: 'Stopped: three tries failed' },
  },
  {
    ...{ name: 'cancelled', at: 'CANCELLED', next: [] },
    label: { es: 'Cancelado', en: 'Cancelled' },
  },
  {
    ...{ name: 'finished', at: 'FINISHED', next: [] },
    label: { es: 'Terminó con su último cobro', en: 'Finished with its last charge' },
  },
];

const fields: readonly FormField[] = [
  {
    name: 'chargeType',
    kind: 'choice',
    label: { es: 'Qué se cobra', en: 'What is charged' },
    hint: {
      es: 'Un saldo lo dice la tienda en cada fecha, según las facturas que falten por pagar.',
      en: 'A balance is told by the shop on each date, from the invoices that are still open.',
    },
    options: [
      { value: 'FIXED', label: { es: 'Un valor fijo', en: 'A fixed amount' } },
      { value: 'TOTAL_BALANCE', label: { es: 'El saldo total', en: 'The total balance' } },
      { value: 'MINIMUM_BALANCE', label: { es: 'El saldo mínimo', en: 'The minimum balance' } },
    ],
  },
  {
    name: 'amount',
    kind: 'money',
    label: { es: 'Valor de cada cobro (COP)', en: 'Amount of each charge (COP)' },
    hint: { es: 'Solo cuenta si el valor es fijo.', en: 'It only counts when the amount is fixed.' },
    maxLength: 16,
  },
  {
    name: 'periodicity',
    kind: 'choice',
    label: { es: 'Se cobra por', en: 'Charged by' },
    options: periodOptions(mandatePeriodicities),
  },
  intervalField,
  {
    name: 'dueDay',
    kind: 'number',
    label: { es: 'Día de vencimiento', en: 'Due day' },
    hint: {
      es: 'El día del mes, de 1 a 28, en que vencen las facturas.',
      en: 'The day of the month, 1 to 28, on which invoices fall due.',
    },
    min: 1,
    max: 28,
  },
  {
    name: 'startOn',
    kind: 'date',
    label: { es: 'Empieza', en: 'Starts' },
    hint: { es: 'Desde cuándo vale el acuerdo.', en: 'From when on the agreement holds.' },
  },
  {
    name: 'firstOn',
    kind: 'date',
    label: { es: 'Primer cobro', en: 'First charge' },
    hint: {
      es: 'Desde mañana. Los demás se cuentan desde este.',
      en: 'From tomorrow on. The others are counted from it.',
    },
  },
  {
    name: 'lastOn',
    kind: 'date',
    label: { es: 'Fecha final', en: 'Last day' },
    hint: {
      es: 'Después de este día no se cobra. Déjala vacía y no hay fecha final.',
      en: 'Nothing is charged after this day. Left empty there is none.',
    },
  },
  {
    name: 'maxPeriods',
    kind: 'number',
    label: { es: 'Cuántos cobros', en: 'How many charges' },
    hint: {
      es: `De 1 a ${mostMandatePeriods}; vacío o -1 es sin límite.`,
      en: `1 to ${mostMandatePeriods}; empty or -1 is without limit.`,
    },
    min: -1,
    max: mostMandatePeriods,
  },
];

const texts: Readonly<Record<Locale, ShownTexts>> = {
  es: {
    title: 'Cobro automático',
    summary: 'Aceptas una vez, y PlacetoPay cobra en cada fecha: un valor fijo, o lo que debas ese día.',
    useCase:
      'Un acueducto cobra cada mes lo que diga la factura: el día de pago PlacetoPay le pregunta cuánto debe cada cliente, lo cobra a la tarjeta que aceptó y avisa que quedó pagado.',
    steps: [
      'Eliges qué se cobra, cada cuánto, desde cuándo y hasta cuándo.',
      'En la página segura de PlacetoPay lees esos términos, los aceptas y registras una tarjeta. Hoy no se cobra nada.',
      'En cada fecha PlacetoPay cobra; si es un saldo, antes nos pregunta cuánto debes.',
      'Nos avisa de cada cobro y la factura queda pagada. Todo se ve en «Mis cobros automáticos».',
    ],
    rules: [
      'Un valor fijo cobra siempre lo mismo, sin preguntar: cada cobro es una factura.',
      'Un saldo se pregunta en cada fecha: el total, o el mínimo de cada factura. Si no debes nada, ese día no se cobra.',
      'Si la tienda no contesta cuánto, PlacetoPay pregunta otra vez a los 5 y a los 10 minutos.',
      'Si la tarjeta falla, se intenta otra vez al minuto y a los tres minutos; con tres fallos el acuerdo se detiene hasta que des otra tarjeta.',
      'Cambiar la tarjeta no cambia los términos ni el historial. Otros términos son otro acuerdo.',
      'Cancelar es para siempre. Lo que ya se cobró no se devuelve por eso.',
      'Termina solo cuando pasa la fecha final o se hace el último cobro.',
      'Hace falta una cuenta, y la moneda es una sola.',
    ],
  },
  en: {
    title: 'Automatic payment',
    summary:
      'You agree once, and PlacetoPay charges on each date: a fixed amount, or whatever you owe that day.',
    useCase:
      'A water company charges each month what the bill says: on the day PlacetoPay asks it how much each customer owes, charges the card that was agreed on, and tells it that the bill is paid.',
    steps: [
      'You choose what is charged, how often, from when and until when.',
      'On the secure page of PlacetoPay you read those terms, accept them and register a card. Nothing is charged today.',
      'On each date PlacetoPay charges; where it is a balance, it asks us first how much you owe.',
      'It tells us of each charge, and the invoice is paid. All of it is under “My automatic payments”.',
    ],
    rules: [
      'A fixed amount is always the same and nobody is asked: each charge is an invoice.',
      'A balance is asked for on each date: the total, or the minimum of each invoice. When you owe nothing, nothing is charged that day.',
      'When the shop does not say how much, PlacetoPay asks again after 5 and after 10 minutes.',
      'When the card fails it is tried again after one minute and after three; after three failures the agreement stops until you give another card.',
      'Another card changes neither the terms nor the history. Other terms are another agreement.',
      'Cancelling is for ever. What was charged before is not given back by it.',
      'It ends by itself when its last day is over or its last charge was made.',
      'It needs an account, and it has one currency.',
    ],
  },
};

export const autopay = { slug: 'autopay', texts, states, fields } as const;
