import { now } from '../clock';
import { openHosted } from '../hosted';
import { payOtherwise } from '../hosted-others';
import type { OtherForm } from '../hosted-forms';
import { payer } from './calls';

/** Paying without a card, as the page's forms do. */

export type At = { requestId: number; key: string };

export type Asked =
  | { way: 'pse'; bank: string; personType?: string }
  | { way: 'nequi'; nequiPhone: string }
  | { way: 'cash'; network?: string };

/** What the form of this session holds now. */
export async function otherForm({ requestId, key }: At, asked: Asked): Promise<OtherForm> {
  const view = await viewOf({ requestId, key });
  const shared = { requestId, key, attemptToken: view.attemptToken, person: payer, ipAddress: '127.0.0.1' };
  if (asked.way === 'pse') return { ...shared, personType: 'NATURAL', ...asked };
  return asked.way === 'nequi' ? { ...shared, ...asked } : { ...shared, network: 'ath', ...asked };
}

export async function payBy(session: At, asked: Asked) {
  return payOtherwise(await otherForm(session, asked));
}

/** What the page shows now. */
export async function viewOf({ requestId, key }: At) {
  const opened = await openHosted(requestId, key);
  if (opened.kind === 'not_found') throw new Error('no such session');
  return { kind: opened.kind, ...opened.session };
}

/** An expiration, by the gateway's clock, that leaves time to walk to an agent. */
export const inAnHour = () => new Date(now().getTime() + 3_600_000).toISOString();
