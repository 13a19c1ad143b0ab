import 'server-only';
import type { Answer } from './answers';
import { lockSession } from './bookkeeping';
import { confirm, decline } from './confirmation';
import { inTx, type Tx } from './db';
import type { Transaction } from './generated/client';
import { checkout, reauthorize } from './holds';
import { readReference } from './references';
import { reverse } from './refunds';
import { languageFor, type Call } from './sessions';
import { refuseStep, unsupported, wrongField, type Ask } from './steps';

/** What a merchant does with a transaction afterwards. Source: https://docs.placetopay.dev/checkout/api/reference/payment */

type Action = (ask: Ask, root: Transaction) => Promise<Answer>;

/** To add an action: add its line. */
const actions: Readonly<Record<string, Action>> = {
  reauthorization: reauthorize,
  checkout,
  reverse,
  confirm,
  cancel: decline,
};

/**
 * POST /api/transaction: the action that the body names.
 *
 * Source: https://docs.placetopay.dev/checkout/api/reference/payment
 */
export async function act(call: Call): Promise<Answer> {
  const { action } = call.body;
  return perform(call, typeof action === 'string' ? action : '');
}

/** The older way to reverse, which most SDKs still use. */
export async function reverseLegacy(call: Call): Promise<Answer> {
  return perform(call, 'reverse', true);
}

async function perform(call: Call, action: string, legacy = false): Promise<Answer> {
  const language = languageFor(call.body, call.site);
  return inTx(async (tx) => {
    const ask: Ask = { ...call, tx, action, language };
    const run = Object.hasOwn(actions, action) ? actions[action] : undefined;
    if (action === '') return wrongField(ask, 'required', 'action');
    if (!run) return wrongField(ask, 'selected', 'action');
    const sent = call.body.internalReference;
    if (legacy && !isReference(sent)) return badReference(ask);
    if (sent === undefined) return wrongField(ask, 'required', 'internalReference');
    const root = await lockRoot(ask, readReference(sent));
    if (!root) return refuseStep(ask, 'request_not_valid', 'noTransaction');
    return root.type === 'REVERSE' ? unsupported(ask) : run(ask, root);
  });
}

/** What the older way looks for at all. */
function isReference(sent: unknown): boolean {
  return ['string', 'number'].includes(typeof sent) && String(sent).length <= 32;
}

function badReference(ask: Ask): Answer {
  const refused = refuseStep(ask, '', 'reference').body as { status: object };
  return { http: 400, body: { status: { ...refused.status, reason: 0 } } };
}

/** Steps that stand for the transaction they belong to: any reference of a chain names all of it. */
const steps = ['REAUTH', 'CAPTURE', 'RELEASE'];

/**
 * What the chain began with, locked: first its session, then itself, so that of two steps at once the second sees
 * the first. Null for another site's.
 */
async function lockRoot({ tx, site }: Ask, named: number | null): Promise<Transaction | null> {
  const found = named === null ? null : await findOwn(tx, named, site.login);
  if (!found) return null;
  const isStep = steps.includes(found.type) && found.parentReference !== null;
  const first = isStep ? await findOwn(tx, found.parentReference ?? 0, site.login) : found;
  if (!first) return null;
  // A part is locked with its whole payment.
  const whole = first.type === 'PART' ? await findOwn(tx, first.parentReference ?? 0, site.login) : first;
  if (!whole) return null;
  if (whole.requestId !== null) await lockSession(tx, whole.requestId);
  await tx.$queryRaw`
    SELECT 1 FROM "Transaction" WHERE "internalReference" = ${whole.internalReference}::int FOR UPDATE`;
  return findOwn(tx, first.internalReference, site.login);
}

function findOwn(tx: Tx, internalReference: number, siteLogin: string): Promise<Transaction | null> {
  return tx.transaction.findUnique({ where: { internalReference, siteLogin } });
}
