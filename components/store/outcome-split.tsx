import { Badge, type BadgeTone } from '@/components/ui/badge';
import { Cell, Row, Table } from '@/components/ui/table';
import { amountNames } from '@/lib/flows/amount-names';
import { formatMoney } from '@/lib/dictionaries/format';
import { outcomes } from '@/lib/dictionaries/outcomes';
import { isFinal, type CheckoutSession } from '@/lib/domain/checkout-session';
import type { Locale } from '@/lib/domain/locale';
import type { DispersionPart } from '@/lib/domain/session-request';
import { attempts, meaningOf, partsOf, type Meaning } from '@/lib/domain/transaction';

type Props = { locale: Locale; session: CheckoutSession; parts: readonly DispersionPart[] };

type State = Meaning | 'planned' | 'never';

const tones: Record<State, BadgeTone> = {
  approved: 'good',
  pending: 'waiting',
  refused: 'bad',
  reversed: 'plain',
  planned: 'plain',
  never: 'plain',
};

/** A payment that is shared out: each part, for whom, and what became of it in the last attempt. */
export function OutcomeSplit({ locale, session, parts }: Props) {
  const texts = outcomes[locale].split;
  const [last] = attempts(session.transactions);
  const reported = last ? partsOf(session.transactions, last) : [];
  return (
    <section aria-labelledby="split" className="my-10">
      <h2 id="split" className="text-2xl font-bold">
        {texts.title}
      </h2>
      <p className="mt-1 mb-3 text-base">{texts.intro}</p>
      <Table caption={texts.title} head={[texts.head.who, texts.head.amount, texts.head.state]}>
        {parts.map((part, index) => {
          const fact = reported[index];
          const unpaid: State = isFinal(session.status) ? 'never' : 'planned';
          const state: State = fact ? meaningOf[fact.status] : unpaid;
          return (
            <Row key={index}>
              <Cell label={texts.head.who}>
                <strong className="block">
                  {part.agreement ? texts.agreement(part.agreement) : texts.own}
                </strong>
                <span className="text-sm opacity-85">{texts.types[part.agreementType]}</span>
              </Cell>
              <Cell label={texts.head.amount} className="tabular-nums">
                <strong>{formatMoney(part.amount.total, locale)}</strong>
                {[...(part.amount.taxes ?? []), ...(part.amount.details ?? [])].map(({ kind, amount }) => (
                  <span key={kind} className="block text-sm opacity-85">
                    {texts.taxes} {amountNames[kind][locale]}: {formatMoney(amount, locale)}
                  </span>
                ))}
              </Cell>
              <Cell label={texts.head.state}>
                <Badge tone={tones[state]}>{texts.states[state]}</Badge>
              </Cell>
            </Row>
          );
        })}
        <Row>
          <Cell className="font-bold">{texts.sum}</Cell>
          <Cell label={texts.head.amount} className="font-bold tabular-nums">
            {formatMoney(session.amount, locale)}
          </Cell>
          <Cell />
        </Row>
      </Table>
    </section>
  );
}
