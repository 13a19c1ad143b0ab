import 'server-only';
import { headers } from 'next/headers';
import { unstable_rethrow } from 'next/navigation';
import { z } from 'zod';
import { confirmPassword, isFreshlyConfirmed, viewer } from '@/lib/auth';
import type { FormState } from '@/lib/domain/form-state';
import { defaultLocale, isLocale, type Locale } from '@/lib/domain/locale';
import type { Viewer } from '@/lib/domain/viewer';
import { env } from '@/lib/env';
import { log } from '@/lib/log';

/**
 * Who may do it: `buyer` is anybody signed in, `confirmed_operator` an operator who typed the password within five minutes.
 * What somebody may do it *to* is asked again where the data are.
 */
export type Policy = 'anyone' | 'buyer' | 'operator' | 'confirmed_operator';

/** What `run` answers: nothing when all is well (or it redirected), else a problem, and whose field it is. */
type Answer =
  | void
  | { readonly ok: true; readonly message?: string | undefined }
  | {
      readonly ok: false;
      /** Null when nothing is wrong: the form is only shown again. */
      readonly problem: string | null;
      readonly fields?: FormState['fields'] | undefined;
      readonly message?: string | undefined;
    };

type Definition<Shape extends z.ZodObject> = {
  /** A strict object: a field it does not name refuses the form. `locale` is taken out before, see below. */
  readonly input: Shape;
  readonly policy: Policy;
  readonly run: (context: { input: z.output<Shape>; viewer: Viewer; locale: Locale }) => Promise<Answer>;
};

/**
 * The only form a server action has. It refuses requests that do not come from a page of this shop, who may not do
 * it, and what it does not understand; then it runs. Every problem is a key of lib/dictionaries/problems.ts, and
 * nothing typed is lost, except passwords and a card's CVV. A hidden field `locale` says in which language the page
 * was. A button named `again` only asks for the form again with what was typed: so a choice changes the next question
 * without JavaScript.
 */
export function action<Shape extends z.ZodObject>({ input, policy, run }: Definition<Shape>) {
  return async (_previous: FormState, form: FormData): Promise<FormState> => {
    const values = readValues(form);
    if (!(await isOwnOrigin())) return refused('foreign_origin', values);
    if (values === null) return refused('unknown_field', values);
    const { locale = defaultLocale, again, ...answers } = values;
    if (!isLocale(locale)) return refused('unknown_field', values);
    const who = await viewer();
    const denied = deny(policy, who);
    if (denied) return refused(denied, values);
    if (policy === 'confirmed_operator') {
      const unproven = await prove(answers.password ?? '');
      if (unproven) return { ...refused(unproven, values), fields: { password: unproven } };
      delete answers.password;
    }
    if (again !== undefined) return refused(null, answers);
    const parsed = input.safeParse(answers);
    if (!parsed.success) return wrong(parsed.error, values);
    try {
      const answer = await run({ input: parsed.data, viewer: who, locale });
      const message = answer?.message;
      if (!answer || answer.ok) return { ok: true, problem: null, fields: {}, values: {}, message };
      return { ...refused(answer.problem, values), fields: answer.fields ?? {}, message };
    } catch (error) {
      unstable_rethrow(error);
      log.error({ err: error }, 'An action failed');
      return refused('unexpected', values);
    }
  };
}

/** Next lets requests without an Origin pass; nobody's browser posts our forms without one. */
async function isOwnOrigin(): Promise<boolean> {
  const list = await headers();
  const site = list.get('sec-fetch-site');
  return list.get('origin') === env.publicUrl && (site === null || site === 'same-origin');
}

/** The form's texts without React's own fields, and without NUL, which nobody can type; null when it holds a file, or a field twice. */
function readValues(form: FormData): Record<string, string> | null {
  const entries = [...form].filter(([name]) => !name.startsWith('$ACTION_'));
  const texts = entries.flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value.replaceAll('\0', '')] as const] : [],
  );
  const values = new Map(texts);
  return values.size === entries.length ? Object.fromEntries(values) : null;
}

function deny(policy: Policy, { kind }: Viewer): 'sign_in_required' | 'not_allowed' | null {
  if (policy === 'anyone') return null;
  if (kind === 'guest') return 'sign_in_required';
  return policy !== 'buyer' && kind !== 'operator' ? 'not_allowed' : null;
}

/** The form of a money operation has a field `password` whenever it is due; typed, it counts, due or not. */
async function prove(password: string): Promise<string | null> {
  if (password === '') return (await isFreshlyConfirmed()) ? null : 'password_needed';
  const answer = await confirmPassword(password);
  return answer.ok ? null : answer.problem;
}

function wrong(error: z.ZodError, values: Record<string, string>): FormState {
  if (error.issues.some(({ code }) => code === 'unrecognized_keys')) return refused('unknown_field', values);
  // The first problem of a field is the one to fix first.
  const fields = error.issues
    .map((issue) => [String(issue.path[0] ?? ''), problemOf(issue)] as const)
    .reverse();
  return { ...refused('invalid_form', values), fields: Object.fromEntries(fields) };
}

/** Schemas speak in problem keys; where one was left to zod's own words, the code says enough. */
function problemOf({ message, code }: z.core.$ZodIssue): string {
  if (/^[a-z]+(_[a-z]+)*$/.test(message)) return message;
  if (code === 'invalid_type' && message.endsWith('received undefined')) return 'required';
  if (code === 'too_big') return 'too_long';
  return code === 'too_small' ? 'too_short' : 'invalid';
}

function refused(problem: string | null, values: Record<string, string> | null): FormState {
  const kept = Object.entries(values ?? {}).filter(([name]) => !/password|cvv/i.test(name));
  return { ok: false, problem, fields: {}, values: Object.fromEntries(kept) };
}
