import { HoldBar } from '@/components/store/hold-bar';
import { OperationList } from '@/components/store/operation-list';
import { Badge } from '@/components/ui/badge';
import { Notice } from '@/components/ui/notice';
import { isFreshlyConfirmed, viewer } from '@/lib/auth';
import { findProposals, type Proposal } from '@/lib/data/proposed-operations';
import { randomId } from '@/lib/data/random';
import { followUpTexts } from '@/lib/dictionaries/follow-ups';
import { formatMoney } from '@/lib/dictionaries/format';
import { orders } from '@/lib/dictionaries/orders';
import { problems } from '@/lib/dictionaries/problems';
import type { Locale } from '@/lib/domain/locale';
import { equals, toDecimal } from '@/lib/domain/money';
import { openOperation, recoveryOf, type Operation } from '@/lib/domain/operation';
import type { Order } from '@/lib/domain/order';
import { holdsOf, type Hold } from '@/lib/domain/order-money';
import { isGuarded, readLimits } from '@/lib/domain/operator-limits';
import { env } from '@/lib/env';
import { findFlow } from '@/lib/flows';
import { rootReference, stakeOf, targetsOf, type FollowUp, type Target } from '@/lib/flows/follow-ups';
import { resolveInDoubt } from './follow-up-actions';
import { FollowUpForm } from './follow-up-form';
import { ProposedOperation } from './proposed-operation';
import { ResolveForm } from './resolve-form';

type Props = { locale: Locale; order: Order };

const limits = readLimits(env.operatorLimits);

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
          <Possible
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

function Possible({
  locale,
  target,
  followUp,
  asksPassword,
}: Omit<CardProps, 'now' | 'proposals'> & { followUp: FollowUp }) {
  const texts = followUpTexts[locale];
  const bounds = followUp.bounds(target);
  const stake = stakeOf(followUp, target);
  const limit = isGuarded(followUp.name) ? limits.get(stake.currency) : undefined;
  const isChoice = bounds !== null && !equals(bounds.min, bounds.max);
  return (
    <details className="border-mist mt-3 border-t-2 pt-1">
      <summary className="min-h-11 py-2 font-semibold">{followUp.label[locale]}</summary>
      <p className="max-w-prose text-base">{followUp.explain[locale]}</p>
      {limit && (
        <p className="max-w-prose text-base">
          {texts.limits(formatMoney(limit.alone, locale), formatMoney(limit.daily, locale))}
        </p>
      )}
      <FollowUpForm
        // After something was done the form is a new one: what was typed for the last operation asks for no other.
        key={target.session.operations.filter(({ state }) => state === 'DONE').length}
        locale={locale}
        orderId={target.order.id}
        transaction={target.transaction.internalReference}
        name={followUp.name}
        idemKey={randomId()}
        amountHint={
          isChoice ? texts.amountHint(plainAmount(bounds.min, locale), plainAmount(bounds.max, locale)) : null
        }
        initialAmount={plainAmount(stake, locale)}
        typedLabel={isChoice ? texts.typedAgain : texts.typed(plainAmount(stake, locale))}
        asksPassword={asksPassword}
        texts={{
          amount: texts.amount,
          typedHint: texts.typedHint,
          reason: texts.resolve.reason,
          reasonHint: texts.resolve.reasonHint,
          password: texts.password,
          pending: texts.pending,
          outcomes: texts.outcomes,
          button: followUp.label[locale],
        }}
        problems={problems[locale]}
      />
    </details>
  );
}

function holdOf({ session, transaction }: Target): Hold | undefined {
  return holdsOf(session).find(({ root }) => root.internalReference === transaction.internalReference);
}

/** An amount as it is typed: no thousands separators, and decimals only where there are any. */
function plainAmount(amount: Parameters<typeof toDecimal>[0], locale: Locale): string {
  const text = toDecimal(amount).replace(/\.0+$/, '');
  return locale === 'es' ? text.replace('.', ',') : text;
}

type OpenProps = {
  locale: Locale;
  operation: Operation;
  proposal: Proposal | undefined;
  asksPassword: boolean;
};

/** Something was asked for and its end is not known: nobody asks for anything else meanwhile. */
function OpenOperation({ locale, operation, proposal, asksPassword }: OpenProps) {
  const texts = followUpTexts[locale];
  if (proposal) return <ProposedOperation locale={locale} proposal={proposal} asksPassword={asksPassword} />;
  if (operation.state !== 'IN_DOUBT')
    return (
      <Notice title={texts.open.title} className="mt-3">
        <p>{texts.open.body}</p>
      </Notice>
    );
  const recovery = recoveryOf(operation);
  return (
    <>
      <Notice tone="bad" title={texts.frozen.title} className="mt-3">
        <p>{texts.frozen[recovery]}</p>
      </Notice>
      {recovery === 'operator' && (
        <ResolveForm
          locale={locale}
          decide={resolveInDoubt}
          about={{ name: 'operationId', id: operation.id }}
          reference="internalReference"
          asksPassword={asksPassword}
          texts={{ ...texts.resolve, password: texts.password }}
          problems={problems[locale]}
        />
      )}
    </>
  );
}
