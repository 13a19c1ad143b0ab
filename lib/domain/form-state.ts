/** What a form shows after it was sent: nothing typed is lost, and each problem is a word of the dictionary. */
export type FormState = {
  readonly ok: boolean;
  /** Of the form as a whole. */
  readonly problem: string | null;
  /** Of each field that has one. */
  readonly fields: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string>>;
  /** What the answer adds: the gateway's own sentence, a product's name, or the outcome of a question. Text. */
  readonly message?: string | undefined;
};

/** Before anything was sent. */
export const emptyForm: FormState = { ok: false, problem: null, fields: {}, values: {} };
