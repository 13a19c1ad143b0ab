import type { FormField } from '@/lib/domain/form-field';
import type { Words } from '@/lib/domain/product';
import { optionRows, rows } from '@/lib/domain/session-options';
import { displays, ebtIndicators, initiatorIndicators } from '@/lib/domain/session-request';
import { choices, named, none, same, type OptionGroup } from './option-field';

const shownOn: Record<(typeof displays)[number], Words> = {
  none: { es: 'En ninguna página', en: 'On no page' },
  payment: { es: 'Mientras se paga', en: 'While paying' },
  receipt: { es: 'En el resultado', en: 'On the result' },
  both: { es: 'Mientras se paga y en el resultado', en: 'While paying and on the result' },
  approved: { es: 'En el resultado, solo si se aprueba', en: 'On the result, only if approved' },
};

/** What the payment is called. */
export const naming: OptionGroup = {
  title: { es: 'Referencia y descripción', en: 'Reference and description' },
  fields: [
    named('reference', {
      label: { es: 'Referencia', en: 'Reference' },
      hint: {
        es: 'payment.reference: de 1 a 32 caracteres, única en la tienda. Vacía, la escribimos nosotros.',
        en: 'payment.reference: 1 to 32 characters, unique in the shop. Empty, we write it.',
      },
      kind: 'text',
      maxLength: 80,
    }),
    named('description', {
      label: { es: 'Descripción', en: 'Description' },
      hint: {
        es: 'payment.description: hasta 250 caracteres; el pagador la ve junto al valor.',
        en: 'payment.description: up to 250 characters; the payer sees it beside the amount.',
      },
      kind: 'text',
      maxLength: 300,
    }),
  ],
};

const field = (row: number): FormField[] => [
  named(`field${row}Keyword`, {
    label: { es: `Nombre del dato ${row}`, en: `Name of datum ${row}` },
    kind: 'text',
    maxLength: 80,
  }),
  named(`field${row}Value`, {
    label: { es: `Valor del dato ${row}`, en: `Value of datum ${row}` },
    kind: 'text',
    maxLength: 300,
  }),
  named(`field${row}DisplayOn`, {
    label: { es: `Dónde se ve el dato ${row}`, en: `Where datum ${row} is shown` },
    kind: 'choice',
    options: choices(shownOn, displays),
  }),
];

/** What else is told, and on which page it is shown. */
export const extra: OptionGroup = {
  title: { es: 'Datos adicionales (fields)', en: 'Additional data (fields)' },
  fields: rows(optionRows.field).flatMap(field),
};

/** What card brands and networks want to know. */
export const metadata: OptionGroup = {
  title: { es: 'Metadatos (metadata)', en: 'Metadata' },
  fields: [
    named('initiatorIndicator', {
      label: { es: 'Quién inicia el cobro', en: 'Who begins the charge' },
      hint: {
        es: 'initiatorIndicator: las marcas lo piden para tarjetas guardadas.',
        en: 'initiatorIndicator: card brands ask for it with stored cards.',
      },
      kind: 'choice',
      options: [none('No se dice', 'Not said'), ...same(initiatorIndicators)],
    }),
    named('ebtDeliveryIndicator', {
      label: { es: 'Entrega (EBT, Puerto Rico)', en: 'Delivery (EBT, Puerto Rico)' },
      hint: {
        es: 'EBTDeliveryIndicator: obligatorio para pagar con EBT.',
        en: 'EBTDeliveryIndicator: required to pay with EBT.',
      },
      kind: 'choice',
      options: [none('No se dice', 'Not said'), ...same(ebtIndicators)],
    }),
    named('openingDate', {
      label: { es: 'Fecha de apertura', en: 'Opening date' },
      hint: {
        es: 'openingDate: de la cuenta, en servicios financieros por PSE.',
        en: 'openingDate: of the account, for financial services by PSE.',
      },
      kind: 'date',
    }),
    named('beneficiaryId', {
      label: { es: 'Identificación del beneficiario', en: 'Beneficiary’s identification' },
      hint: {
        es: 'beneficiaryId: también para servicios financieros por PSE.',
        en: 'beneficiaryId: also for financial services by PSE.',
      },
      kind: 'text',
      maxLength: 80,
    }),
  ],
};
