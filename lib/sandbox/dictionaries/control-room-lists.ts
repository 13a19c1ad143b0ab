import type { PageLanguage } from './page';

/** What the control room's lists say, beside the words they share with the page of one session. */

const es = {
  transactions: {
    heading: 'Transacciones',
    what: 'Cada intento de pago y lo que vino después: capturas, reembolsos, cobros repetidos.',
    search: 'Referencia interna, sesión o parte de la referencia',
    none: 'No hay transacciones así.',
    refunded: 'Devuelto',
    belongsTo: 'Pertenece a',
    session: (requestId: number) => `Sesión ${requestId}`,
  },
  instruments: {
    heading: 'Tokens',
    what: 'Las tarjetas que los comercios guardan. Un token se muestra tapado; para buscarlo, escríbelo entero.',
    search: 'Token, subtoken, últimos cuatro dígitos, sesión o referencia',
    none: 'No hay tokens así.',
    card: 'Tarjeta',
    validUntil: 'Vence',
    token: 'Token',
    subtoken: 'Subtoken',
    state: 'Estado',
    expired: (date: string) => `${date}, vencida`,
    invalidated: (moment: string) => `Invalidado el ${moment}`,
    invalidate: 'Invalidar',
  },
  recurrences: {
    heading: 'Cobros repetidos',
    what: 'Lo que la pasarela cobra por su cuenta. Solo aquí se cancelan: la API no tiene cómo, igual que en PlacetoPay.',
    search: 'Número de sesión o parte de la referencia',
    none: 'Nada se repite aquí.',
    enabled: 'activo',
    endedBy: (why: string) =>
      ({ FINISHED: 'terminó su plan', REFUSED: 'terminó por rechazos', CONSOLE: 'cancelado en esta sala' })[
        why
      ] ?? why,
    schedule: 'Plan',
    every: (periodicity: string, interval: number) => {
      const [one, many] = { D: ['día', 'días'], M: ['mes', 'meses'], Y: ['año', 'años'] }[periodicity] ?? [
        periodicity,
        periodicity,
      ];
      return interval === 1 ? `cada ${one}` : `cada ${interval} ${many}`;
    },
    from: 'Primer cobro repetido',
    until: 'No después de',
    periods: 'Períodos cobrados',
    periodsOf: (done: number, most: number) => (most === -1 ? `${done}, sin límite` : `${done} de ${most}`),
    tries: 'Intentos fallidos de este período',
    next: 'Próximo cobro',
    never: 'ninguno',
    address: 'Avisa a',
    noAddress: 'a nadie: no tiene notificationUrl',
    /** Sessions may share a reference. */
    charges: (reference: string, requestId: number) => `Cobros de ${reference} (sesión ${requestId})`,
    cancel: 'Cancelar la repetición',
  },
  deliveries: {
    what: 'Todo lo que se avisó a los comercios. El cuerpo exacto está en la página de cada sesión.',
    search: 'Sesión, referencia, dirección o estado (DELIVERED, FAILED…)',
    why: 'Motivo',
  },
};

type Texts = typeof es;

const en: Texts = {
  transactions: {
    heading: 'Transactions',
    what: 'Every attempt to pay and what came after it: captures, refunds, repeated charges.',
    search: 'Internal reference, session, or part of the reference',
    none: 'There are no such transactions.',
    refunded: 'Given back',
    belongsTo: 'Belongs to',
    session: (requestId) => `Session ${requestId}`,
  },
  instruments: {
    heading: 'Tokens',
    what: 'The cards that merchants keep. A token is shown masked; to search for one, write all of it.',
    search: 'Token, subtoken, last four digits, session or reference',
    none: 'There are no such tokens.',
    card: 'Card',
    validUntil: 'Valid until',
    token: 'Token',
    subtoken: 'Subtoken',
    state: 'State',
    expired: (date) => `${date}, expired`,
    invalidated: (moment) => `Invalidated on ${moment}`,
    invalidate: 'Invalidate',
  },
  recurrences: {
    heading: 'Repeated charges',
    what: 'What the gateway charges of its own accord. It is cancelled only here: the API cannot, as with PlacetoPay.',
    search: 'Session number, or part of the reference',
    none: 'Nothing is repeated here.',
    enabled: 'active',
    endedBy: (why) =>
      ({ FINISHED: 'its plan is over', REFUSED: 'ended by refusals', CONSOLE: 'cancelled in this room' })[
        why
      ] ?? why,
    schedule: 'Plan',
    every: (periodicity, interval) => {
      const [one, many] = { D: ['day', 'days'], M: ['month', 'months'], Y: ['year', 'years'] }[
        periodicity
      ] ?? [periodicity, periodicity];
      return interval === 1 ? `every ${one}` : `every ${interval} ${many}`;
    },
    from: 'First repeated charge',
    until: 'Not after',
    periods: 'Periods charged',
    periodsOf: (done, most) => (most === -1 ? `${done}, without end` : `${done} of ${most}`),
    tries: 'Failed tries of this period',
    next: 'Next charge',
    never: 'none',
    address: 'Tells',
    noAddress: 'nobody: it has no notificationUrl',
    charges: (reference, requestId) => `Charges of ${reference} (session ${requestId})`,
    cancel: 'Cancel the repetition',
  },
  deliveries: {
    what: "Everything that merchants were told. The exact body is on each session's page.",
    search: 'Session, reference, address or state (DELIVERED, FAILED…)',
    why: 'Reason',
  },
};

export const listTexts: Record<PageLanguage, Texts> = { es, en };
