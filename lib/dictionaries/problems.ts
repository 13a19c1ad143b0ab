import type { Locale } from '@/lib/domain/locale';
import { defineTexts } from './texts';

/** What went wrong, in words. A form's answer names these; to add one, write it in both languages. */
export const problems = defineTexts({
  es: {
    unexpected: 'Algo falló de nuestro lado. No se cambió nada; inténtalo de nuevo.',
    invalid: 'Revisa este dato.',
    invalid_form: 'Hay datos por corregir. Están señalados abajo.',
    invalid_input: 'Esta forma de pago no acepta esas respuestas. No se cobró nada.',
    unknown_field: 'El formulario traía datos que no conocemos y no lo aceptamos.',
    foreign_origin: 'El formulario llegó desde otro sitio y no lo aceptamos. Ábrelo de nuevo aquí.',
    not_allowed: 'No tienes permiso para hacer esto.',
    sign_in_required: 'Entra a tu cuenta para continuar.',
    too_many_tries: 'Demasiados intentos seguidos. Espera unos minutos e inténtalo de nuevo.',
    required: 'Este dato hace falta.',
    too_short: 'Es muy corto.',
    too_long: 'Es muy largo.',
    invalid_email: 'Escribe un correo como nombre@ejemplo.com.',
    invalid_phone: 'Escribe un teléfono con su indicativo, como +57 300 123 4567.',
    invalid_name: 'Escribe el nombre con letras, sin números ni símbolos.',
    invalid_document: 'Este número no corresponde al tipo de documento.',
    invalid_document_type: 'Escoge uno de los tipos de documento del país.',
    invalid_country: 'Escoge un país de la lista.',
    looks_like_card: 'Esto parece el número de una tarjeta. Aquí no se escribe: te lo pedirá PlacetoPay.',
    wrong_credentials: 'El correo o la contraseña no coinciden.',
    password_needed: 'Por seguridad, escribe otra vez tu contraseña. No se hizo nada todavía.',
    email_taken: 'Ya hay una cuenta con este correo.',
    weak_password: 'Usa una contraseña de al menos 12 caracteres.',
    invalid_quantity: 'Escribe una cantidad entera entre 1 y 20.',
    unknown_product: 'Ese producto ya no está en la tienda.',
    out_of_stock: 'No queda suficiente para esa cantidad.',
    empty_cart: 'Tu carrito está vacío.',
    unknown_order: 'No encontramos ese pedido.',
    already_paid: 'Este pedido ya está pagado. No hay que pagar otra vez.',
    confirming: 'Estamos confirmando un pago de este pedido. No pagues otra vez.',
    already_resolved: 'Ya lo aclaró otra persona. No se cambió nada.',
    gateway_unreachable:
      'No pudimos comunicarnos con PlacetoPay. No se cobró nada; inténtalo en unos minutos.',
    gateway_refused: 'PlacetoPay no aceptó abrir el pago. No se cobró nada.',
  },
  en: {
    unexpected: 'Something failed on our side. Nothing was changed; please try again.',
    invalid: 'Check this.',
    invalid_form: 'Some details need correcting. They are marked below.',
    invalid_input: 'This way to pay does not accept those answers. Nothing was charged.',
    unknown_field: 'The form carried data we do not know, so we did not accept it.',
    foreign_origin: 'The form came from another site, so we did not accept it. Open it again here.',
    not_allowed: 'You are not allowed to do this.',
    sign_in_required: 'Sign in to continue.',
    too_many_tries: 'Too many tries in a row. Wait a few minutes and try again.',
    required: 'This is needed.',
    too_short: 'This is too short.',
    too_long: 'This is too long.',
    invalid_email: 'Write an e-mail like name@example.com.',
    invalid_phone: 'Write a phone number with its country code, like +57 300 123 4567.',
    invalid_name: 'Write the name with letters, without digits or symbols.',
    invalid_document: 'This number does not fit the document type.',
    invalid_document_type: 'Choose one of the document types of the country.',
    invalid_country: 'Choose a country from the list.',
    looks_like_card: 'This looks like a card number. Do not write it here: PlacetoPay will ask for it.',
    wrong_credentials: 'The e-mail or the password does not match.',
    password_needed: 'For safety, type your password again. Nothing was done yet.',
    email_taken: 'There is already an account with this e-mail.',
    weak_password: 'Use a password of at least 12 characters.',
    invalid_quantity: 'Write a whole quantity between 1 and 20.',
    unknown_product: 'That product is no longer in the shop.',
    out_of_stock: 'There is not enough left for that quantity.',
    empty_cart: 'Your cart is empty.',
    unknown_order: 'We could not find that order.',
    already_paid: 'This order is already paid. There is nothing more to pay.',
    confirming: 'We are confirming a payment of this order. Do not pay again.',
    already_resolved: 'Somebody else has cleared it up already. Nothing was changed.',
    gateway_unreachable: 'We could not reach PlacetoPay. Nothing was charged; try again in a few minutes.',
    gateway_refused: 'PlacetoPay did not agree to open the payment. Nothing was charged.',
  },
});

export type Problem = keyof (typeof problems)['es'];

/** The sentence for a problem; one we have no words for is still said, as our own failure. */
export function problemText(locale: Locale, problem: string): string {
  return isProblem(problem) ? problems[locale][problem] : problems[locale].unexpected;
}

function isProblem(text: string): text is Problem {
  return Object.hasOwn(problems.es, text);
}
