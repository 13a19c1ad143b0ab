import type { PageLanguage } from './page';

/** What the hosted page says of money that is not simply paid: held, repeated, paid in parts, or not charged at all. */

type Repeats = {
  /** "every month", "every 2 years". */
  every: string;
  from: string;
  /** -1 without end. */
  times: number;
  until: string | null;
};

const es = {
  hold: {
    total: 'Valor a reservar',
    held: 'Valor reservado',
    submit: (amount: string) => `Reservar ${amount}`,
    why: 'El valor se reserva en tu tarjeta. Todavía no se cobra nada.',
    done: (amount: string) => `Se reservaron ${amount} en tu tarjeta. Todavía no se cobró nada.`,
  },
  keep: {
    why: 'Vas a guardar tu tarjeta. No se cobra nada.',
    heading: 'Tarjeta guardada',
    nothing: 'No se cobró nada.',
    notToday: 'Hoy no se cobra nada.',
  },
  goesOnAs: 'Continúas como',
  policy:
    'Al continuar aceptas que el sandbox de esta demo procese los datos que escribiste. Ningún banco los recibe.',
  repeats: {
    term: 'Se repite',
    plan: ({ every, from, times, until }: Repeats) =>
      `${every} desde el ${from}${timesInSpanish(times, until)}${until ? ` y no después del ${until}` : ''}`,
    before: (amount: string, plan: string) => `Hoy ${amount}; después, ${plan}.`,
    after: (amount: string, plan: string) => `Pagaste ${amount}; después se cobra ${plan}.`,
  },
  parts: {
    left: 'Falta por pagar',
    paidOf: (paid: string, total: string) => `Pagado: ${paid} de ${total}.`,
    received: (paid: string, left: string) => `Recibimos ${paid}. Faltan ${left}.`,
  },
  refused: {
    nothing: 'No se hizo ningún cobro.',
    nothingNow: 'Con este intento no se hizo ningún cobro.',
    code: 'El código no era correcto.',
  },
};

type Texts = typeof es;

const en: Texts = {
  hold: {
    total: 'Amount to hold',
    held: 'Amount held',
    submit: (amount) => `Hold ${amount}`,
    why: 'The amount is held on your card. Nothing is charged yet.',
    done: (amount) => `${amount} is held on your card. Nothing has been charged yet.`,
  },
  keep: {
    why: 'You are about to save your card. Nothing is charged.',
    heading: 'Card saved',
    nothing: 'Nothing was charged.',
    notToday: 'Nothing is charged today.',
  },
  goesOnAs: 'You continue as',
  policy:
    'By continuing you accept that the sandbox of this demo processes the details you typed. No bank receives them.',
  repeats: {
    term: 'Repeats',
    plan: ({ every, from, times, until }) =>
      `${every} from ${from}${timesInEnglish(times, until)}${until ? `, and not after ${until}` : ''}`,
    before: (amount, plan) => `Today ${amount}; then ${plan}.`,
    after: (amount, plan) => `You paid ${amount}; it is charged again ${plan}.`,
  },
  parts: {
    left: 'Left to pay',
    paidOf: (paid, total) => `Paid: ${paid} of ${total}.`,
    received: (paid, left) => `We received ${paid}. ${left} is left to pay.`,
  },
  refused: {
    nothing: 'Nothing was charged.',
    nothingNow: 'This attempt charged nothing.',
    code: 'The code was not right.',
  },
};

/** A last day is an end: "without limit" would contradict it. */
function timesInSpanish(times: number, until: string | null): string {
  if (times === -1) return until ? '' : ', sin límite de veces';
  return times === 1 ? ', una vez más' : `, ${times} veces más`;
}

function timesInEnglish(times: number, until: string | null): string {
  if (times === -1) return until ? '' : ', without limit';
  return times === 1 ? ', once more' : `, ${times} more times`;
}

export const chargeTexts: Record<PageLanguage, Texts> = { es, en };
