import type { FormField } from '@/lib/domain/form-field';
import type { Words } from '@/lib/domain/product';
import { optionRows, rows } from '@/lib/domain/session-options';
import { modifierCodes } from '@/lib/domain/session-request';
import { detailKinds, taxKinds } from '@/lib/domain/amount';
import { amountNames } from './amount-names';
import { choices, named, none, onOff, same, type OptionGroup } from './option-field';

const laws: Record<(typeof modifierCodes)[number], Words> = {
  '17934': { es: '17934: gastronomía', en: '17934: restaurants' },
  '18083': { es: '18083: IMESI en la frontera', en: '18083: IMESI at the border' },
  '19210': { es: '19210: inclusión financiera', en: '19210: financial inclusion' },
  '18910': { es: '18910: asignaciones familiares', en: '18910: family allowances' },
  '18999': { es: '18999: arrendamientos', en: '18999: real estate' },
};

const tax = (row: number): FormField[] => [
  named(`tax${row}Kind`, {
    label: { es: `Impuesto ${row}`, en: `Tax ${row}` },
    hint: {
      es: 'taxes[].kind. No se combina con pagos por partes; en una dispersión va dentro de cada parte.',
      en: 'taxes[].kind. Not with payment in parts; in a dispersion it goes inside each part.',
    },
    kind: 'choice',
    options: [none('Ninguno', 'None'), ...choices(amountNames, taxKinds)],
  }),
  named(`tax${row}Amount`, {
    label: { es: `Valor del impuesto ${row}`, en: `Amount of tax ${row}` },
    hint: { es: 'Ya está incluido en el total.', en: 'It is already part of the total.' },
    kind: 'money',
  }),
  named(`tax${row}Base`, {
    label: { es: `Base del impuesto ${row}`, en: `Base of tax ${row}` },
    hint: { es: 'Sobre cuánto se calculó. Opcional.', en: 'What it was computed on. Optional.' },
    kind: 'money',
  }),
];

const detail = (row: number): FormField[] => [
  named(`detail${row}Kind`, {
    label: { es: `Detalle ${row}`, en: `Detail ${row}` },
    hint: {
      es: 'details[].kind. Si uno es el subtotal, todo debe sumar el total.',
      en: 'details[].kind. If one is the subtotal, everything must add up to the total.',
    },
    kind: 'choice',
    options: [none('Ninguno', 'None'), ...choices(amountNames, detailKinds)],
  }),
  named(`detail${row}Amount`, {
    label: { es: `Valor del detalle ${row}`, en: `Amount of detail ${row}` },
    kind: 'money',
  }),
];

/** What the amount is made of, and what may be done with it. */
export const amounts: OptionGroup = {
  title: { es: 'El dinero', en: 'The money' },
  fields: [
    named('currency', {
      label: { es: 'Moneda', en: 'Currency' },
      hint: {
        es: 'amount.currency: un pedido tiene una sola. Los decimales son los de la moneda: el peso chileno no tiene.',
        en: 'amount.currency: an order has only one. Decimals are the currency’s: the Chilean peso has none.',
      },
      kind: 'choice',
      options: [none('La de la tienda', 'The shop’s'), ...same(['COP', 'USD', 'CLP', 'UYU', 'CRC'])],
    }),
    named('items', {
      label: { es: 'Lista de productos', en: 'List of products' },
      hint: {
        es: 'payment.items: hasta 50; PlacetoPay descarta los demás y corta los nombres largos.',
        en: 'payment.items: up to 50; PlacetoPay drops the others and cuts long names.',
      },
      kind: 'choice',
      options: onOff,
    }),
    ...rows(optionRows.tax).flatMap(tax),
    ...rows(optionRows.detail).flatMap(detail),
    named('modifierCode', {
      label: { es: 'Ley de Uruguay', en: 'Law of Uruguay' },
      hint: {
        es: 'modifiers: FEDERAL_GOVERNMENT descuenta parte del IVA a tarjetas uruguayas.',
        en: 'modifiers: FEDERAL_GOVERNMENT takes part of the VAT off Uruguayan cards.',
      },
      kind: 'choice',
      options: [none('Ninguna', 'None'), ...choices(laws, modifierCodes)],
    }),
    named('modifierInvoice', {
      label: { es: 'Factura de esa ley', en: 'Invoice for that law' },
      hint: {
        es: 'Obligatoria con la ley; hasta 9 caracteres.',
        en: 'Required with the law; up to 9 characters.',
      },
      kind: 'text',
      maxLength: 40,
    }),
    named('allowPartial', {
      label: { es: 'Aceptar pagos por partes', en: 'Accept payment in parts' },
      hint: {
        es: 'payment.allowPartial. No se combina con repetido, dispersión ni preautorización.',
        en: 'payment.allowPartial. Not with recurring, dispersion or pre-authorization.',
      },
      kind: 'check',
    }),
    named('subscribe', {
      label: { es: 'Preguntar si se guarda la tarjeta', en: 'Ask whether the card is kept' },
      hint: {
        es: 'payment.subscribe: el pagador decide en la página; si no acepta, solo paga.',
        en: 'payment.subscribe: the payer decides on the page; without consent it is only a payment.',
      },
      kind: 'check',
    }),
  ],
};
