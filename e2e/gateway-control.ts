import type { Place } from './servers';

/** The gateway's control room: what a test may arrange, and its own book of what was charged. */
export class GatewayControl {
  constructor(private readonly place: Place) {}

  private get headers() {
    return { 'content-type': 'application/json', 'x-sandbox-key': this.place.env.SANDBOX_CONTROL_KEY ?? '' };
  }

  /** Everything charged, refused or pending for one reference of the shop. */
  async ledger(reference: string): Promise<unknown> {
    return this.#ask('GET', `/ledger?reference=${encodeURIComponent(reference)}`);
  }

  async #ask(method: 'GET' | 'POST', path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${this.place.gateway}/sandbox/__sandbox${path}`, {
      method,
      headers: this.headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.json();
  }
}
