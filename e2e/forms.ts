import { expect, type APIResponse } from '@playwright/test';
import type { Visitor } from './visitor';

/** A form as its page wrote it: posted without a browser, it can carry what no browser would let through. */
export type Form = { url: string; fields: [name: string, value: string][] };

/**
 * The form of `path` whose text holds `words`, with all that a browser would send of it: the page that is open takes it
 * apart, and shows nothing of it.
 */
export async function readForm(visitor: Visitor, path: string, words: string): Promise<Form> {
  const url = path.startsWith('http') ? path : visitor.at(path);
  const html = await (await visitor.page.context().request.get(url)).text();
  const fields = await visitor.page.evaluate(readFields, { html, words });
  if (!fields) throw new Error(`No form with "${words}" at ${url}.`);
  return { url, fields };
}

/** Runs in the browser. */
function readFields({ html, words }: { html: string; words: string }): [string, string][] | null {
  const forms = [...new DOMParser().parseFromString(html, 'text/html').forms];
  const form = forms.find(({ outerHTML }) => outerHTML.includes(words) && outerHTML.includes('$ACTION_'));
  return form ? [...new FormData(form)].map(([name, value]) => [name, String(value)]) : null;
}

type Sending = {
  /** Replaces fields, adds unknown ones. */
  set?: Readonly<Record<string, string>>;
  /** Undefined: no header at all. */
  origin?: string | null;
  headers?: Readonly<Record<string, string>>;
};

/** Posts a form with this person's cookies and follows no redirect. */
export async function post(
  visitor: Visitor,
  form: Form,
  { set = {}, origin, headers = {} }: Sending = {},
): Promise<APIResponse> {
  const kept = form.fields.filter(([name]) => !Object.hasOwn(set, name));
  const body = new FormData();
  for (const [name, value] of [...kept, ...Object.entries(set)]) body.append(name, value);
  const sent = origin === undefined ? visitor.store : origin;
  return visitor.page.context().request.post(form.url, {
    multipart: body,
    maxRedirects: 0,
    headers: { ...(sent === null ? {} : { origin: sent }), ...headers },
  });
}

/** The answer is a page or a plain 4xx; it is never our failure, and never a redirect to somewhere else. */
export async function expectRefused(answer: APIResponse, sentence?: string): Promise<void> {
  expect(answer.status(), answer.url()).toBeLessThan(500);
  expect([301, 302, 303, 307, 308]).not.toContain(answer.status());
  if (sentence && answer.status() < 400) expect(unescaped(await answer.text())).toContain(sentence);
}

export function unescaped(html: string): string {
  return html
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
