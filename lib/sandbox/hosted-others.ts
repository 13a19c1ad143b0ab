import 'server-only';
import type { AskedPlan, Verdict } from './acquirer';
import { beginElsewhere } from './attempts';
import { phoneDoes } from './banks';
import { restate, type Whole } from './bookkeeping';
import type { Tx } from './db';
import { methodsIn } from './hosted-session';
import { lockedPerson } from './hosted-person';
import { dropEmpty, outcome, takeTurn } from './hosted-turn';
import type { OtherForm, PaidOther, ReadOther } from './hosted-forms';
import { meansOfOther } from './means';
import { readOtherForm } from './other-form';
import { readPart } from './partial';

/**
 * Payment by bank, phone or cash: it begins here, and its payer answers elsewhere. Idempotent as a card's payment is.
 * Source: https://docs.placetopay.dev/checkout/payments/external-redirects
 */
export async function payOtherwise(form: OtherForm): Promise<PaidOther> {
  return takeTurn<PaidOther>(form, (tx, session, at) => pay(tx, session, { form, at }));
}

async function pay(tx: Tx, session: Whole, { form, at }: { form: OtherForm; at: Date }): Promise<PaidOther> {
  const judged = readOtherForm(form, {
    country: session.site.country,
    methods: methodsIn(session),
    locked: lockedPerson(session),
  });
  const minor = readPart(session, form.amount);
  if (!judged.ok || minor === null) {
    const fields = {
      ...(!judged.ok && judged.fields),
      ...(minor === null && { amount: 'malformed' as const }),
    };
    return { ok: false, problem: 'invalid', fields };
  }
  const { requestId } = session;
  await tx.session.update({ where: { requestId }, data: { payer: dropEmpty(judged.read.person) } });
  const begun = await beginElsewhere(tx, {
    session,
    token: form.attemptToken,
    means: meansOfOther(judged.read),
    plan: planOf(judged.read),
    minor,
    ipAddress: form.ipAddress,
    at,
  });
  return outcome(await restate(tx, requestId, at), begun);
}

const lapsed: Verdict = { status: 'REJECTED', reason: 'EX' };

/** What comes of it when the payer does nothing more: a bank and an agent hear nothing; a phone does as its number says. */
function planOf(read: ReadOther): AskedPlan {
  if (read.way === 'pse') return { kind: 'later', waitsFor: 'BANK', verdict: lapsed };
  if (read.way === 'cash') return { kind: 'later', waitsFor: 'CASH', verdict: lapsed };
  const verdicts = {
    APPROVED: { status: 'APPROVED', reason: '00' },
    REJECTED: { status: 'REJECTED', reason: '05' },
    EXPIRED: lapsed,
  } as const;
  return { kind: 'later', waitsFor: 'PUSH', verdict: verdicts[phoneDoes(read.nequiPhone)] };
}
