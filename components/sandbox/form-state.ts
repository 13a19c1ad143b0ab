import type { PageProblem } from '@/lib/sandbox/dictionaries/page';

/** What a form of the page is told after a submission that led nowhere. `values` never holds the CVV. */
export type FormState = {
  problem: PageProblem | null;
  fields: Readonly<Record<string, PageProblem>>;
  values: Readonly<Record<string, string>>;
};

export type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;

export const untouched: FormState = { problem: null, fields: {}, values: {} };
