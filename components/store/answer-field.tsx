import type { HTMLInputTypeAttribute } from 'react';
import { Check } from '@/components/ui/check';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { ticked, type FormField } from '@/lib/domain/form-field';
import type { FormState } from '@/lib/domain/form-state';
import type { Locale } from '@/lib/domain/locale';
import { sentence } from './form-problem';

/** One question of a form in the reader's language, with what was answered so far. */
export type Question = {
  name: string;
  label: string;
  hint?: string | undefined;
  kind: FormField['kind'];
  options?: readonly { value: string; label: string }[] | undefined;
  min?: string | number | undefined;
  max?: string | number | undefined;
  step?: number | undefined;
  maxLength?: number | undefined;
  initial: string;
};

/** The question as a reader of this language is asked it. */
export function toQuestion(field: FormField, locale: Locale, initial = ''): Question {
  const { name, label, hint, kind, options, min, max, step, maxLength } = field;
  return {
    ...{ name, kind, min, max, step, maxLength, initial },
    label: label[locale],
    hint: hint?.[locale],
    options: options?.map((option) => ({ value: option.value, label: option.label[locale] })),
  };
}

type Props = { question: Question; value: string; error?: string | undefined };

type Input = { type: HTMLInputTypeAttribute; inputMode?: 'numeric' | 'decimal' };

/** Typed amounts are text: a browser's number field rounds, and hides what it cannot read from the server. */
const inputs: Record<Exclude<FormField['kind'], 'choice' | 'check'>, Input> = {
  text: { type: 'text' },
  number: { type: 'text', inputMode: 'numeric' },
  money: { type: 'text', inputMode: 'decimal' },
  date: { type: 'date' },
};

type FieldsProps = {
  questions: readonly Question[];
  /** What was typed, and what is wrong with it. */
  state: Pick<FormState, 'values' | 'fields'>;
  problems: Readonly<Record<string, string>>;
};

/** Asks one question after another, each with what was answered so far. */
export function AnswerFields({ questions, state, problems }: FieldsProps) {
  return questions.map((question) => (
    <AnswerField
      key={question.name}
      question={question}
      value={valueOf(question, state.values)}
      error={sentence(state.fields[question.name], problems)}
    />
  ));
}

/** Asks one question by the control its kind wants. */
function AnswerField({ question, value, error }: Props) {
  const { name, label, hint, kind, options = [], min, max, step, maxLength } = question;
  const shared = { name, label, hint, error };
  if (kind === 'check') return <Check {...shared} value={ticked} defaultChecked={value === ticked} />;
  if (kind === 'choice') return <Select {...shared} options={options} defaultValue={value} />;
  return (
    <Field
      {...shared}
      {...inputs[kind]}
      defaultValue={value}
      min={min}
      max={max}
      step={step}
      maxLength={maxLength}
      autoComplete="off"
    />
  );
}

/** What stands in a field: what was typed once the form was sent, an empty box included, and before that its initial. */
function valueOf({ name, kind, initial }: Question, typed: Readonly<Record<string, string>>): string {
  const wasSent = Object.keys(typed).length > 0;
  if (kind === 'check' && wasSent) return typed[name] ?? '';
  return typed[name] ?? initial;
}
