import { defineTexts } from './texts';

/** The pages for when nothing is found or something breaks. Short and apart: they travel to every browser. */
export const lost = defineTexts({
  es: {
    notFoundTitle: 'Este sendero no lleva a ninguna parte',
    notFoundText: 'La página que buscas no existe, o se mudó de ladera.',
    errorTitle: 'Se nos vino la neblina encima',
    errorText: 'Algo falló de nuestro lado y no pudimos mostrar esta página. No se cobró nada por ello.',
    tryAgain: 'Intentar de nuevo',
    backHome: 'Volver al inicio',
  },
  en: {
    notFoundTitle: 'This trail leads nowhere',
    notFoundText: 'The page you are looking for does not exist, or it moved to another slope.',
    errorTitle: 'The fog rolled in',
    errorText:
      'Something failed on our side and we could not show this page. Nothing was charged because of it.',
    tryAgain: 'Try again',
    backHome: 'Back to the start',
  },
});
