import type { Words } from './product';

/** One question of a form that is drawn from data. What is typed stays text until somebody reads it strictly. */
export type FormField = {
  readonly name: string;
  readonly label: Words;
  /** Why it is asked, or what may be written. */
  readonly hint?: Words;
  readonly kind: 'text' | 'number' | 'money' | 'date' | 'choice' | 'check';
  readonly options?: readonly { readonly value: string; readonly label: Words }[];
  readonly min?: number | string;
  readonly max?: number | string;
  readonly step?: number;
  readonly maxLength?: number;
};

/** Answers that are wrong, by field, each with the key of its sentence. */
export type FieldProblems = Readonly<Record<string, string>>;

/** What a ticked box sends. */
export const ticked = 'on';
