import type { z } from 'zod';
import type { Language } from './messages';

/** A refused field in words, in the style of the gateway: "El campo payment.reference es obligatorio." */

type Writer = (field: string, limit: string) => Record<Language, string>;

const sentences = {
  required: (field) => ({ es: `El campo ${field} es obligatorio.`, en: `The ${field} field is required.` }),
  string: (field) => ({
    es: `El campo ${field} debe ser una cadena de caracteres.`,
    en: `The ${field} field must be a string.`,
  }),
  numeric: (field) => ({
    es: `El campo ${field} debe ser un número.`,
    en: `The ${field} field must be a number.`,
  }),
  integer: (field) => ({
    es: `El campo ${field} debe ser un número entero.`,
    en: `The ${field} field must be an integer.`,
  }),
  boolean: (field) => ({
    es: `El campo ${field} debe ser verdadero o falso.`,
    en: `The ${field} field must be true or false.`,
  }),
  positive: (field) => ({
    es: `El campo ${field} debe ser mayor que 0.`,
    en: `The ${field} field must be greater than 0.`,
  }),
  object: (field) => ({
    es: `El campo ${field} debe ser un objeto.`,
    en: `The ${field} field must be an object.`,
  }),
  list: (field) => ({
    es: `El campo ${field} debe ser un arreglo.`,
    en: `The ${field} field must be an array.`,
  }),
  tooLong: (field, limit) => ({
    es: `El campo ${field} no debe ser mayor que ${limit} caracteres.`,
    en: `The ${field} field must not be greater than ${limit} characters.`,
  }),
  tooBig: (field, limit) => ({
    es: `El campo ${field} no debe ser mayor que ${limit}.`,
    en: `The ${field} field must not be greater than ${limit}.`,
  }),
  tooSmall: (field, limit) => ({
    es: `El campo ${field} debe ser de al menos ${limit}.`,
    en: `The ${field} field must be at least ${limit}.`,
  }),
  selected: (field) => ({
    es: `El campo ${field} seleccionado es inválido.`,
    en: `The selected ${field} is invalid.`,
  }),
  format: (field) => ({
    es: `El formato del campo ${field} es inválido.`,
    en: `The ${field} field format is invalid.`,
  }),
  date: (field) => ({
    es: `El campo ${field} no corresponde con una fecha válida.`,
    en: `The ${field} field must be a valid date.`,
  }),
  notWith: (field, other) => ({
    es: `El campo ${field} no se puede combinar con ${other}.`,
    en: `The ${field} field cannot be combined with ${other}.`,
  }),
  sum: (field, other) => ({
    es: `El campo ${field} debe sumar el valor y la moneda de ${other}.`,
    en: `The ${field} field must add up to the total and currency of ${other}.`,
  }),
  future: (field) => ({
    es: `El campo ${field} debe ser una fecha posterior a hoy.`,
    en: `The ${field} field must be a date after today.`,
  }),
  airline: (field) => ({
    es: `El campo ${field} admite una aerolínea, que va primero, y a lo sumo otra parte.`,
    en: `The ${field} field takes one airline, which goes first, and one other party at most.`,
  }),
  held: (field) => ({
    es: `El campo ${field} no debe ser mayor que el valor preautorizado.`,
    en: `The ${field} field must not be greater than the preauthorized amount.`,
  }),
  notEnabled: (field) => ({
    es: `El campo ${field} no está habilitado para este sitio.`,
    en: `The ${field} field is not enabled for this site.`,
  }),
} as const satisfies Record<string, Writer>;

export type Rule = keyof typeof sentences;

/** What a field breaks, in words; `limit` is the number or list that the rule names. */
export function complain(rule: Rule, field: string, language: Language, limit = ''): string {
  return sentences[rule](field, limit)[language];
}

/** The first problem of a refused request, in words. */
export function describe(issue: z.core.$ZodIssue, language: Language): string {
  const field = issue.path.map(String).join('.') || 'payment';
  const { rule, limit } = ruleOf(issue);
  return complain(rule, field, language, limit);
}

const typeRules: Readonly<Record<string, Rule>> = {
  string: 'string',
  number: 'numeric',
  int: 'integer',
  boolean: 'boolean',
  object: 'object',
};

function ruleOf(issue: z.core.$ZodIssue): { rule: Rule; limit: string } {
  const say = (rule: Rule, limit: unknown = '') => ({ rule, limit: String(limit) });
  if (issue.input === undefined && issue.code !== 'custom') return say('required');
  if (issue.code === 'too_big') return say(issue.origin === 'string' ? 'tooLong' : 'tooBig', issue.maximum);
  if (issue.code === 'too_small')
    return say(issue.origin === 'string' ? 'format' : 'tooSmall', issue.minimum);
  if (issue.code === 'invalid_type') return say(typeRules[issue.expected] ?? 'list');
  if (issue.code === 'invalid_value' || issue.code === 'invalid_union') return say('selected');
  if (issue.code === 'custom') return say(isRule(issue.params?.rule) ? issue.params.rule : 'format');
  return say('format');
}

function isRule(name: unknown): name is Rule {
  return typeof name === 'string' && name in sentences;
}
