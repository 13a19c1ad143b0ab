import type { SessionKind } from '@/lib/domain/session-request';
import { plural } from './plural';
import { defineTexts } from './texts';

/** The pages that explain every way to pay, and try each on a sample order. */
export const flowPages = defineTexts({
  es: {
    title: 'Formas de pago',
    intro:
      'Todas las maneras de cobrar con PlacetoPay, con su caso real, sus reglas y lo que de verdad se envía. Cada una se puede probar aquí mismo con un pedido de muestra.',
    teaserTitle: '¿Cómo se paga todo esto?',
    teaserText:
      'De una vez, por partes, cada mes, con depósito o repartido entre varios: mira cómo funciona cada forma y pruébala.',
    teaserAction: 'Ver las formas de pago',
    count: (count: number) => plural('es', count, { one: '# forma', other: '# formas' }),
    open: (title: string) => `${title}: ver cómo funciona y probarlo`,
    see: 'Ver y probar',
    back: 'Todas las formas de pago',
    useCase: 'Un caso real',
    steps: 'Qué pasa, paso a paso',
    rules: 'Reglas y exclusiones',
    diagram: {
      title: 'Los estados por los que pasa',
      intro: 'De arriba abajo, lo que suele ocurrir; los arcos son los atajos y los desvíos.',
      to: (states: string) => `Sigue: ${states}.`,
      end: 'Aquí termina.',
      here: 'Aquí está',
      yours: (number: string) => `Encendido, dónde está tu pedido de muestra ${number}.`,
      toOrder: (number: string) => `Abrir el pedido ${number}`,
    },
    sample: {
      title: 'Pruébalo ahora',
      intro: 'Con un pedido de muestra de Ladera. Nada se envía y nada se cobra de verdad.',
      order: 'El pedido de muestra',
      answers: 'Lo que pregunta esta forma',
      noQuestions: 'Esta forma no pregunta nada más.',
      buttons: {
        SALE: 'Pagar el pedido de muestra',
        HOLD: 'Reservar el valor del pedido de muestra',
        TOKEN: 'Registrar una tarjeta de prueba',
      } satisfies Record<SessionKind, string>,
      going: 'Abriendo PlacetoPay…',
      show: 'Ver la solicitud',
      showing: 'Escribiendo…',
      another: 'Cada prueba hace un pedido nuevo.',
    },
    request: {
      title: 'La solicitud exacta',
      intro:
        'Esto es lo que recibiría PlacetoPay ahora mismo, en POST /api/session. Cambia con el formulario.',
      masked:
        'El bloque auth se firma de nuevo en cada envío y nunca llega al navegador; los datos personales van ocultos.',
      wrong: 'Con estas respuestas no se enviaría nada. Corrige:',
      label: 'Solicitud en JSON',
    },
    options: {
      title: 'Opciones avanzadas',
      intro:
        'Todo lo que una sesión acepta además del pago. Déjalas como están y se envía lo mínimo; lo que cambies se revisa con los límites de PlacetoPay antes de enviarlo.',
      failed: 'Hay opciones por corregir. Están señaladas.',
    },
  },
  en: {
    title: 'Ways to pay',
    intro:
      'Every way to charge with PlacetoPay, with its real case, its rules and what is really sent. Each can be tried right here on a sample order.',
    teaserTitle: 'How is all this paid?',
    teaserText:
      'At once, in parts, every month, with a deposit or split among several: see how each way works, and try it.',
    teaserAction: 'See the ways to pay',
    count: (count) => plural('en', count, { one: '# way', other: '# ways' }),
    open: (title) => `${title}: see how it works and try it`,
    see: 'See and try',
    back: 'All ways to pay',
    useCase: 'A real case',
    steps: 'What happens, step by step',
    rules: 'Rules and exclusions',
    diagram: {
      title: 'The states it goes through',
      intro: 'From top to bottom, what usually happens; the arcs are shortcuts and detours.',
      to: (states) => `Next: ${states}.`,
      end: 'It ends here.',
      here: 'It is here',
      yours: (number) => `Lit: where your sample order ${number} is.`,
      toOrder: (number) => `Open order ${number}`,
    },
    sample: {
      title: 'Try it now',
      intro: 'With a sample order of Ladera. Nothing is shipped and nothing is really charged.',
      order: 'The sample order',
      answers: 'What this way asks',
      noQuestions: 'This way asks nothing more.',
      buttons: {
        SALE: 'Pay the sample order',
        HOLD: 'Hold the amount of the sample order',
        TOKEN: 'Register a test card',
      },
      going: 'Opening PlacetoPay…',
      show: 'Show the request',
      showing: 'Writing it…',
      another: 'Each try places a new order.',
    },
    request: {
      title: 'The exact request',
      intro:
        'This is what PlacetoPay would receive right now, at POST /api/session. It changes with the form.',
      masked:
        'The auth block is signed anew for every call and never reaches the browser; personal data are hidden.',
      wrong: 'With these answers nothing would be sent. Correct:',
      label: 'Request as JSON',
    },
    options: {
      title: 'Advanced options',
      intro:
        'Everything a session accepts besides the payment. Left alone, the least is sent; what you change is checked against PlacetoPay’s limits before it is sent.',
      failed: 'Some options need correcting. They are marked.',
    },
  },
});
