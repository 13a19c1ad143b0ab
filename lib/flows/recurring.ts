import { z } from 'zod';
import { dayAfter, dayOf, readDay } from '@/lib/domain/calendar';
import { mostInterval, periodicities } from '@/lib/domain/session-request';
import { defineFlow, paymentFor, WrongAnswers } from './flow';
import { refund } from './follow-ups';
import { intervalField, periodOptions } from './rhythm-fields';
import { saleStates } from './states';

/** Charges after the first that anybody plans for; -1 is no limit. The gateway itself counts to 32767. */
const mostPeriods = 120;

const whole = z
  .string()
  .trim()
  .regex(/^-?\d{1,5}$/, 'invalid_number')
  .transform(Number);

/** A day, or null where nothing was written. */
const dayOrNone = z.string().transform((text, context) => {
  if (text.trim() === '') return null;
  const read = readDay(text);
  if (read === null) context.addIssue({ code: 'custom', message: 'invalid_date' });
  return read;
});

const day = dayOrNone.transform((read, context) => {
  if (read !== null) return read;
  context.addIssue({ code: 'custom', message: 'required' });
  return z.NEVER;
});

export const recurring = defineFlow({
  slug: 'recurring',
  texts: {
    es: {
      title: 'Pago que se repite',
      summary: 'Pagas hoy, y PlacetoPay cobra lo mismo cada vez que toque.',
      promise: 'Pagado hoy, y programado.',
      steps: [
        'Eliges cada cuánto, desde cuándo y cuántas veces más se cobra.',
        'En la página segura de PlacetoPay pagas la primera vez con una tarjeta de crédito.',
        'Después PlacetoPay cobra el mismo valor en cada fecha y nos avisa.',
      ],
      useCase:
        'Un gimnasio cobra la mensualidad: la primera en la recepción, las demás solas, el mismo día de cada mes, durante un año.',
      rules: [
        'Siempre se cobra el mismo valor, en la misma moneda y a la misma tarjeta de crédito.',
        'El primer pago no cuenta entre las repeticiones; si no se aprueba, no se programa nada.',
        'El próximo cobro es un día después de hoy o más tarde, y ninguno pasa de la fecha límite.',
        'Un mes más corto cobra su último día: lo que empezó un 31 se cobra el 28 de febrero y otra vez el 31 de marzo.',
        'Si falta cupo se reintenta una vez al día durante tres días; luego la programación termina.',
        'Solo se cancela en la consola de PlacetoPay: no existe una llamada para hacerlo.',
        'No se combina con pagos en partes, dispersión ni preautorización.',
      ],
      unavailable: 'Este pedido no tiene nada por pagar.',
    },
    en: {
      title: 'A payment that repeats',
      summary: 'You pay today, and PlacetoPay charges the same whenever it is due.',
      promise: 'Paid today, and scheduled.',
      steps: [
        'You choose how often, from when, and how many more times it is charged.',
        'On the secure page of PlacetoPay you pay the first time, with a credit card.',
        'Afterwards PlacetoPay charges the same amount on each date, and tells us.',
      ],
      useCase:
        'A gym charges its monthly fee: the first at the desk, the others by themselves, on the same day of every month for a year.',
      rules: [
        'The same amount is charged each time, in the same currency and to the same credit card.',
        'The first payment is not one of the repetitions; if it is not approved, nothing is scheduled.',
        'The next charge is on the day after today or later, and none comes after the end date.',
        'A shorter month charges on its last day: what began on a 31st is charged on the 28th of February and again on the 31st of March.',
        'When funds are short it is tried once a day for three days; then the schedule ends.',
        'It can only be cancelled in PlacetoPay’s console: there is no call for it.',
        'It does not go with payments in parts, dispersion or preauthorization.',
      ],
      unavailable: 'There is nothing to pay for this order.',
    },
  },
  fields: [
    {
      name: 'periodicity',
      kind: 'choice',
      label: { es: 'Se repite por', en: 'Unit' },
      options: periodOptions(periodicities),
      initial: () => 'M',
    },
    { ...intervalField, initial: () => '1' },
    {
      name: 'nextPayment',
      kind: 'date',
      label: { es: 'Próximo cobro', en: 'Next charge' },
      hint: { es: 'Desde mañana, en hora de Colombia.', en: 'From tomorrow, in Colombian time.' },
      initial: (_, today) => dayAfter(dayOf(today), { periodicity: 'M', interval: 1 }, 1),
    },
    {
      name: 'maxPeriods',
      kind: 'number',
      label: { es: 'Cobros después del primero', en: 'Charges after the first' },
      hint: { es: 'De 1 a 120; -1 es sin límite.', en: '1 to 120; -1 is without limit.' },
      min: -1,
      max: mostPeriods,
      initial: () => '12',
    },
    {
      name: 'dueDate',
      kind: 'date',
      label: { es: 'Fecha límite', en: 'End date' },
      hint: {
        es: 'Opcional: no se cobra después de ese día.',
        en: 'Optional: nothing is charged after that day.',
      },
      initial: () => '',
    },
  ],
  states: saleStates,
  sample: { lines: [{ productSlug: 'club-cafe-mes', quantity: 1 }] },
  followUps: [refund],
  input: z.strictObject({
    periodicity: z.enum(periodicities, 'unknown_choice'),
    interval: whole.pipe(z.number().min(1, 'too_small').max(mostInterval, 'too_big')),
    nextPayment: day,
    maxPeriods: whole.pipe(
      z
        .number()
        .max(mostPeriods, 'too_big')
        .refine((count) => count === -1 || count >= 1, 'too_small'),
    ),
    dueDate: dayOrNone.default(null),
  }),
  appliesTo: (order) => order.total.minor > 0n,
  request(order, answers, { now }) {
    if (answers.nextPayment <= dayOf(now)) throw new WrongAnswers({ nextPayment: 'past_date' });
    if (answers.dueDate !== null && answers.dueDate < answers.nextPayment)
      throw new WrongAnswers({ dueDate: 'before_next_payment' });
    return { kind: 'SALE', payment: { ...paymentFor(order), recurring: answers } };
  },
});
