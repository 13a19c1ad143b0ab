import { plural } from './plural';
import { defineTexts } from './texts';

/** The cart page and what it announces. */
export const cart = defineTexts({
  es: {
    title: 'Tu carrito',
    emptyTitle: 'Tu carrito está vacío',
    emptyText: 'Todavía no has escogido nada. Lo que agregues te espera aquí, aunque cierres la ventana.',
    unpaid: 'Tienes un pedido sin pagar:',
    emptyAction: 'Ver el catálogo',
    linesLabel: 'Productos en tu carrito',
    summary: 'Resumen',
    unitPrice: (price: string) => `${price} cada uno`,
    quantityOf: (name: string) => `Cantidad de ${name}`,
    oneMore: (name: string) => `Uno más de ${name}`,
    oneLess: (name: string) => `Uno menos de ${name}`,
    remove: 'Quitar',
    removeName: (name: string) => `Quitar ${name}`,
    update: 'Actualizar',
    units: (count: number) => plural('es', count, { one: '# unidad', other: '# unidades' }),
    total: 'Total',
    taxNote: 'Impuestos incluidos. Lo que vale el envío ya está en el precio.',
    checkout: 'Continuar con tus datos',
    checkoutNote: 'Sigue: tus datos. El pago se hace después, en la página de PlacetoPay.',
    soldOut: 'Se agotó mientras estaba en tu carrito. Quítalo para continuar.',
    onlyLeft: (count: number) =>
      plural('es', count, {
        one: 'Solo queda # unidad: ajusta la cantidad para continuar.',
        other: 'Solo quedan # unidades: ajusta la cantidad para continuar.',
      }),
    blocked: 'Hay algo en tu carrito que no alcanza. Ajústalo y podrás continuar.',
    changed: (name: string, count: string, total: string) => `${name}: ${count}. Total ${total}.`,
    removed: (name: string, total: string) => `Quitaste ${name}. Total ${total}.`,
  },
  en: {
    title: 'Your cart',
    emptyTitle: 'Your cart is empty',
    emptyText:
      'You have not chosen anything yet. What you add waits for you here, even if you close the window.',
    unpaid: 'You have an order that is not paid:',
    emptyAction: 'See the catalogue',
    linesLabel: 'Products in your cart',
    summary: 'Summary',
    unitPrice: (price) => `${price} each`,
    quantityOf: (name) => `Quantity of ${name}`,
    oneMore: (name) => `One more ${name}`,
    oneLess: (name) => `One less ${name}`,
    remove: 'Remove',
    removeName: (name) => `Remove ${name}`,
    update: 'Update',
    units: (count) => plural('en', count, { one: '# unit', other: '# units' }),
    total: 'Total',
    taxNote: 'Taxes included. Delivery is already in the price.',
    checkout: 'Continue with your details',
    checkoutNote: 'Next: your details. Paying comes after that, on PlacetoPay’s page.',
    soldOut: 'It sold out while it was in your cart. Remove it to continue.',
    onlyLeft: (count) =>
      plural('en', count, {
        one: 'Only # unit is left: change the quantity to continue.',
        other: 'Only # units are left: change the quantity to continue.',
      }),
    blocked: 'There is not enough of something in your cart. Change it and you can continue.',
    changed: (name, count, total) => `${name}: ${count}. Total ${total}.`,
    removed: (name, total) => `You removed ${name}. Total ${total}.`,
  },
});
