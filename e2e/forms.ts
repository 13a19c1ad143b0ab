import { expect, type APIResponse } from '@playwright/test';
import type { Shopper } from './shopper';

/** A form as its page wrote it: posted without a browser, it can carry what no browser would let through. */
export type Form = { url: string; fields: [name: string, value: string][] };

/** The form of `path` whose text holds `words`, with its hidden and prefilled fields. */
export async function readForm(shopper: Shopper, path: string, words: string): Promise<Form> {
  const url = shopper.at(path);
  const html = await (await shopper.page.context().request.get(url)).text();
  const forms = html.match(/<form[\s\S]*?<\/form>/g) ?? [];
  const form = forms.find((one) => one.includes(words) && one.includes('$ACTION_'));
  if (!form) throw new Error(`No form with "${words}" at ${url}.`);
  const inputs = form.match(/<(?:input|button|select)\b[^>]*>/g) ?? [];
  const fields = inputs.flatMap((tag): [string, string][] => {
    const name = attribute(tag, 'name');
    return name === null || /^<(button|select)/.test(tag) ? [] : [[name, attribute(tag, 'value') ?? '']];
  });
  return { url, fields };
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
  shopper: Shopper,
  form: Form,
  { set = {}, origin, headers = {} }: Sending = {},
): Promise<APIResponse> {
  const kept = form.fields.filter(([name]) => !Object.hasOwn(set, name));
  const body = new FormData();
  for (const [name, value] of [...kept, ...Object.entries(set)]) body.append(name, value);
  const sent = origin === undefined ? shopper.store : origin;
  return shopper.page.context().request.post(form.url, {
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

function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? null : unescaped(found);
}

export function unescaped(html: string): string {
  return html
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
