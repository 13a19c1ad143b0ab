import { expect, type BrowserContext, type Response } from '@playwright/test';
import { cvv } from './cards';
import type { Place } from './servers';

/**
 * Watches everything a browser is told during a test: policies that are broken, scripts that fail, answers of 5xx,
 * HTML without a policy, and secrets that must never reach a browser. What it finds fails the test at its end.
 */
export class Watch {
  readonly #found: string[] = [];
  readonly #reading = new Set<Promise<void>>();
  readonly #secrets: Set<string>;
  /** What only the payment page may be told: cards, full document numbers. */
  readonly #private = new Set<string>();
  #expectedFailures = false;
  #expectedScriptErrors = false;

  constructor(readonly place: Place) {
    const { PLACETOPAY_SECRET_KEY, AUTH_SECRET, DATA_KEYS, SANDBOX_CONTROL_KEY } = place.env;
    const keys = DATA_KEYS?.split(/[:,]/).filter((part) => part.length > 20) ?? [];
    const secrets = [PLACETOPAY_SECRET_KEY, AUTH_SECRET, SANDBOX_CONTROL_KEY, ...keys].filter(
      (secret) => secret !== undefined && secret !== '',
    ) as string[];
    this.#secrets = new Set(secrets);
  }

  /** From now on the shop may not say this again. */
  keepFromShop(text: string): void {
    this.#private.add(text);
  }

  /** The person is shown again what they typed, next to what is wrong with it. */
  mayRepeat(text: string): void {
    this.#private.delete(text);
  }

  /** The gateway's own address tells the demo's secretKey, so that people can connect. */
  mayTell(secret: string): void {
    this.#secrets.delete(secret);
  }

  /** The test breaks something on purpose: answers of 5xx and failed loads are part of it. */
  expectFailures(): void {
    this.#expectedFailures = true;
  }

  /** The test's own page throws on purpose. */
  expectScriptErrors(): void {
    this.#expectedScriptErrors = true;
  }

  follow(context: BrowserContext): void {
    context.on('console', (message) => {
      if (message.type() !== 'error') return;
      // The status itself is judged where answers are; a console only repeats it.
      if (/Failed to load resource|net::ERR_/.test(message.text())) return;
      this.#found.push(`console: ${message.text()} (${message.location().url})`);
    });
    context.on('weberror', (error) => {
      if (!this.#expectedScriptErrors) this.#found.push(`script: ${error.error().message}`);
    });
    context.on('response', (response) => {
      const reading = this.#read(response).finally(() => this.#reading.delete(reading));
      this.#reading.add(reading);
    });
  }

  /** Call it once, when the test is over. */
  async judge(): Promise<void> {
    await Promise.all(this.#reading);
    expect([...new Set(this.#found)], 'what the browser was told or complained of').toEqual([]);
  }

  /** Scripts and styles are the same for everybody: each is judged once. */
  static readonly #judged = new Set<string>();

  async #read(response: Response): Promise<void> {
    const url = new URL(response.url());
    const fromShop = url.origin === this.place.store;
    if (!fromShop && url.origin !== this.place.gateway) return;
    if (response.status() >= 500 && !this.#expectedFailures)
      this.#found.push(`${response.status()} from ${url.pathname}`);
    const type = response.headers()['content-type'] ?? '';
    if (type.startsWith('text/html')) this.#judgePolicy(response, url);
    if (!/html|json|x-component|javascript|plain/.test(type)) return;
    const isShared = url.pathname.startsWith('/_next/static/');
    if (isShared && Watch.#judged.has(url.href)) return;
    // A browser that has gone on to the next page has let go of this answer.
    const text = await response.text().catch(() => '');
    if (isShared && text !== '') Watch.#judged.add(url.href);
    this.#judgeText(text, { url, fromShop, type });
  }

  #judgePolicy(response: Response, url: URL): void {
    const policy = response.headers()['content-security-policy'] ?? '';
    const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? '';
    if (scripts === '' || /unsafe-inline|unsafe-eval|\*/.test(scripts))
      this.#found.push(`script policy of ${url.pathname}: "${scripts}"`);
  }

  #judgeText(text: string, { url, fromShop, type }: { url: URL; fromShop: boolean; type: string }): void {
    // The gateway's page for developers says the demo merchant's key, which everybody knows and no real gateway takes.
    const isGatewaysOwnPage = !fromShop && url.pathname === '/sandbox';
    const demoKey = this.place.env.PLACETOPAY_SECRET_KEY;
    const told = (what: string) => this.#found.push(`${what} was told by ${url.origin}${url.pathname}`);
    for (const secret of this.#secrets) {
      if (text.includes(secret) && !(isGatewaysOwnPage && secret === demoKey)) told('a secret');
    }
    if (/tranKey"?\s*:\s*"[A-Za-z0-9+/]{20,}=*"/.test(text)) told('a tranKey');
    if (type.includes('javascript')) return;
    if (new RegExp(`(?<!\\w)${cvv}(?!\\w)`).test(text)) told('a CVV');
    if (!fromShop) return;
    for (const secret of this.#private) if (text.includes(secret)) told('a card or a document');
  }
}
