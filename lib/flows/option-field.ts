import type { FormField } from '@/lib/domain/form-field';
import type { Words } from '@/lib/domain/product';
import { optionPrefix } from '@/lib/domain/session-options';

/** How the advanced panel's questions are written: data, in both languages, with the option's name on the wire. */

/** Options that belong together. */
export type OptionGroup = { readonly title: Words; readonly fields: readonly FormField[] };

export type Option = Omit<FormField, 'name'>;
export type Choice = { readonly value: string; readonly label: Words };

export const both = (text: string): Words => ({ es: text, en: text });
export const same = (values: readonly string[]): Choice[] =>
  values.map((value) => ({ value, label: both(value) }));
export const none = (es: string, en: string): Choice => ({ value: '', label: { es, en } });
export const named = (name: string, option: Option): FormField => ({ ...option, name: optionPrefix + name });

export const choices = <T extends string>(names: Record<T, Words>, list: readonly T[]): Choice[] =>
  list.map((value) => ({ value, label: names[value] }));

export const onOff: readonly Choice[] = [
  { value: '', label: { es: 'Sí, se envía', en: 'Yes, it is sent' } },
  { value: 'off', label: { es: 'No se envía', en: 'It is not sent' } },
];
