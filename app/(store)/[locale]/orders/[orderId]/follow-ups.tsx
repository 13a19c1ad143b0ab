import { HoldBar } from '@/components/store/hold-bar';
import { OperationList } from '@/components/store/operation-list';
import { Badge } from '@/components/ui/badge';
import { isFreshlyConfirmed, viewer } from '@/lib/auth';
import { findProposals, type Proposal } from '@/lib/data/proposed-operations';
import { followUpTexts } from '@/lib/dictionaries/follow-ups';
import { formatMoney } from '@/lib/dictionaries/format';
import { orders } from '@/lib/dictionaries/orders';
import type { Locale } from '@/lib/domain/locale';
import { openOperation } from '@/lib/domain/operation';
import type { Order } from '@/lib/domain/order';
import { findFlow } from '@/lib/flows';
import { holdOf, targetsOf } from '@/lib/flows/follow-ups';
import { rootReference, type Target } from '@/lib/flows/follow-up';
import { OpenOperation } from './open-operation';
import { PossibleFollowUp } from './possible-follow-up';

type Props = { locale: Locale; order: Order };

/** What an operator can do with each transaction: whatever the flow it was paid by names, and nothing else. */
export async function FollowUps({ locale, order }: Props) {
  const confirmed = await isFreshlyConfirmed();
  const now = new Date();
  const texts = followUpTexts[locale];
  const targets = order.sessions.toReversed().flatMap((session) => targetsOf(order, session));
  if (targets.length === 0) return null;
  const proposals = await findProposals(await viewer(), { orderId: order.id });
  return (
    <section aria-labelledby="follow-ups" className="my-10 print:hidden">
      <h2 id="follow-ups" className="text-2xl font-bold">
        {texts.title}
      </h2>
      <p className="mt-1 mb-4 max-w-prose text-base">{texts.intro}</p>
      <ul className="grid grid-cols-1 gap-4">
        {targets.map((target) => (
          <TargetCard
            key={`${target.session.id}${target.transaction.type}${target.transaction.internalReference}`}
            locale={locale}
            target={target}
            asksPassword={!confirmed}
            proposals={proposals}
            now={now}
          />
        ))}
      </ul>
    </section>
  );
}

type CardProps = {
  locale: Locale;
  target: Target;
  asksPassword: boolean;
  proposals: readonly Proposal[];
  now: Date;
};

function TargetCard({ locale, target, asksPassword, proposals, now }: CardProps) {
  const { session, transaction } = target;
  const texts = followUpTexts[locale];
  const hold = holdOf(target);
  const open = openOperation(session.operations, rootReference(transaction));
  const possible = (findFlow(session.flow)?.followUps ?? []).filter((one) => one.appliesTo(target, now));
  const own = session.operations.filter((one) => one.targetReference === rootReference(transaction));
  return (
    <li className="border-mist min-w-0 rounded-2xl border-2 p-5">
      <h3 className="mb-2 flex flex-wrap items-center gap-3 text-lg font-bold">
        <span className="mr-auto">{texts.transaction(transaction.internalReference)}</span>
        <span className="tabular-nums">{formatMoney(transaction.amount, locale)}</span>
        <Badge>{orders[locale].attempts.transactions[transaction.status]}</Badge>
      </h3>
      {transaction.type === 'PART' && <p className="text-base">{texts.part}</p>}
      {hold && <HoldBar locale={locale} hold={hold} now={now} />}
      {hold && hold.lastReference !== transaction.internalReference && (
        <p className="text-base">
          {texts.lastReference}: <span className="tabular-nums">{hold.lastReference}</span>
        </p>
      )}
      <OperationList locale={locale} operations={own} />
      {open ? (
        <OpenOperation
          locale={locale}
          operation={open}
          proposal={proposals.find(({ operation }) => operation.id === open.id)}
          asksPassword={asksPassword}
        />
      ) : (
        possible.map((followUp) => (
          <PossibleFollowUp
            key={followUp.name}
            locale={locale}
            target={target}
            followUp={followUp}
            asksPassword={asksPassword}
          />
        ))
      )}
      {!open && possible.length === 0 && <p className="mt-2 text-base">{texts.nothing}</p>}
    </li>
  );
}
