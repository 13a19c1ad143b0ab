import { z } from 'zod';
import { balance } from '@/lib/domain/order';
import type { FlowField } from './flow';
import { defineFlow, paymentFor } from './flow';
import { refund } from './follow-ups';
import { mostParts } from '@/lib/domain/session-rules';
import { readParts } from './dispersion-parts';
import { dispersionTexts } from './dispersion-texts';
import { approved, created, ended, lastSession, pending, refunded, refused } from './states';

const beginning = [
  { share: '90', agreement: '1299', type: 'AIRLINE' },
  { share: '10', agreement: '', type: 'MERCHANT' },
  { share: '', agreement: '', type: 'MERCHANT' },
];

const partFields = beginning.flatMap(({ share, agreement, type }, index): FlowField[] => {
  const number = index + 1;
  return [
    {
      name: `part${number}Share`,
      kind: 'text',
      label: { es: `Parte ${number}: cuánto`, en: `Part ${number}: how much` },
      ...(number === mostParts && { hint: { es: 'Vacía: no hay.', en: 'Empty: there is none.' } }),
      initial: () => share,
    },
    {
      name: `part${number}Agreement`,
      kind: 'text',
      maxLength: 10,
      label: { es: `Parte ${number}: convenio`, en: `Part ${number}: agreement` },
      hint: { es: 'Solo números. Vacío es la tienda misma.', en: 'Digits only. Empty is the shop itself.' },
      initial: () => agreement,
    },
    {
      name: `part${number}Type`,
      kind: 'choice',
      label: { es: `Parte ${number}: quién recibe`, en: `Part ${number}: who receives` },
      options: [
        { value: 'MERCHANT', label: { es: 'Un comercio', en: 'A merchant' } },
        { value: 'AIRLINE', label: { es: 'Una aerolínea', en: 'An airline' } },
      ],
      initial: () => type,
    },
  ];
});

export const dispersion = defineFlow({
  slug: 'dispersion',
  texts: dispersionTexts,
  fields: [
    {
      name: 'by',
      kind: 'choice',
      label: { es: 'Repartir por', en: 'Split by' },
      options: [
        { value: 'percentage', label: { es: 'Porcentaje', en: 'Percentage' } },
        { value: 'amount', label: { es: 'Valor', en: 'Amount' } },
      ],
      initial: () => 'percentage',
    },
    ...partFields,
    {
      name: 'airportTax',
      kind: 'money',
      label: { es: 'Tasa aeroportuaria', en: 'Airport tax' },
      hint: {
        es: 'Opcional, dentro de la parte 1: no la aumenta.',
        en: 'Optional, inside part 1: it does not add to it.',
      },
      initial: () => '',
    },
    {
      name: 'tip',
      kind: 'money',
      label: { es: 'Propina', en: 'Tip' },
      hint: {
        es: 'Opcional, dentro de la última parte: no la aumenta.',
        en: 'Optional, inside the last part: it does not add to it.',
      },
      initial: () => '',
    },
  ],
  states: [
    { ...created, next: ['refused', 'pending', 'approved', 'part', 'ended'] },
    { ...refused, next: ['pending', 'approved', 'part', 'ended'] },
    { ...pending, next: ['refused', 'approved', 'part', 'ended'] },
    ended,
    {
      name: 'part',
      label: { es: 'Una parte rechazada', en: 'A part refused' },
      next: ['refunded'],
      isAt: (order) => lastSession(order)?.status === 'PARTIAL_EXPIRED',
    },
    approved,
    refunded,
  ],
  sample: { lines: [{ productSlug: 'vuelo-cartagena', quantity: 1 }] },
  followUps: [refund],
  input: z.record(z.string(), z.string().max(40, 'too_long')),
  appliesTo: (order) => order.total.minor > 0n,
  request: (order, answers) => ({
    kind: 'SALE',
    payment: { ...paymentFor(order), dispersion: readParts(answers, balance(order)) },
  }),
});
