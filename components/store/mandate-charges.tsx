import type { ReactNode } from 'react';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import { Cell, Row, Table } from '@/components/ui/table';
import { formatDateTime, formatMoney } from '@/lib/dictionaries/format';
import { mandates } from '@/lib/dictionaries/mandates';
import type { Invoice } from '@/lib/domain/invoice';
import type { Locale } from '@/lib/domain/locale';
import type { Mandate } from '@/lib/domain/mandate';
import {
  chargeStanding,
  tryNumbers,
  type ChargeStanding,
  type MandateCharge,
} from '@/lib/domain/mandate-history';
import { equals, sum } from '@/lib/domain/money';

type Props = {
  locale: Locale;
  mandate: Mandate;
  /** Newest first. */
  charges: readonly MandateCharge[];
  invoices: readonly Invoice[];
  /** The button that compares now. */
  children?: ReactNode;
};

const tones: Record<ChargeStanding, BadgeTone> = {
  matched: 'good',
  found: 'good',
  told: 'good',
  refused: 'bad',
  in_review: 'waiting',
};

/** Every try to charge, how our books stand to the gateway's list, and whether the sums agree. */
export function MandateCharges({ locale, mandate, charges, invoices, children }: Props) {
  const texts = mandates[locale].history;
  const { head } = texts;
  const numbers = tryNumbers(charges);
  return (
    <section aria-labelledby="history" className="my-10">
      <h2 id="history" className="mb-3 text-2xl font-bold">
        {texts.title}
      </h2>
      {charges.length === 0 ? (
        <p>{texts.none}</p>
      ) : (
        <>
          <Table caption={texts.table} head={[head.date, head.amount, head.state, head.reference]}>
            {charges.map((charge) => (
              <ChargeRow
                key={charge.internalReference}
                locale={locale}
                charge={charge}
                attempt={numbers.get(charge.internalReference) ?? 1}
                standing={chargeStanding(charge, mandate.comparedAt)}
              />
            ))}
          </Table>
          <Sums locale={locale} mandate={mandate} charges={charges} invoices={invoices} />
        </>
      )}
      <p className="mt-1 mb-4 text-base">
        {mandate.comparedAt ? texts.compared(formatDateTime(mandate.comparedAt, locale)) : texts.notCompared}
      </p>
      {children}
    </section>
  );
}

type ChargeRowProps = { locale: Locale; charge: MandateCharge; attempt: number; standing: ChargeStanding };

function ChargeRow({ locale, charge, attempt, standing }: ChargeRowProps) {
  const texts = mandates[locale].history;
  const { head } = texts;
  const { status, message, amount, authorization, internalReference, invoices, chargedAt } = charge;
  const isApproved = status === 'APPROVED';
  return (
    <Row data-charge={standing}>
      <Cell label={head.date} className="min-w-36 text-base">
        <time dateTime={chargedAt.toISOString()}>{formatDateTime(chargedAt, locale)}</time>
      </Cell>
      <Cell label={head.amount} className="text-base whitespace-nowrap tabular-nums">
        <span className={isApproved ? 'font-semibold' : 'line-through'}>{formatMoney(amount, locale)}</span>
      </Cell>
      <Cell label={head.state} className="min-w-56 text-base">
        <Badge tone={tones[standing]}>{isApproved ? texts.approved : texts.refused}</Badge>
        {(!isApproved || attempt > 1) && <span className="ml-2 text-sm">{texts.attempt(attempt)}</span>}
        {!isApproved && message && (
          <span className="block break-words">
            <q>{message}</q>
          </span>
        )}
        <span className="block text-sm">{texts.standings[standing]}.</span>
        {invoices.length > 0 && <span className="block text-sm">{texts.paid(invoices.join(', '))}</span>}
      </Cell>
      <Cell label={head.reference} className="text-sm tabular-nums">
        {internalReference}
        {isApproved && authorization && <span className="block">{texts.authorization(authorization)}</span>}
      </Cell>
    </Row>
  );
}

/** What PlacetoPay charged against what our invoices say was paid: to the last unit, or somebody looks. */
function Sums({ locale, mandate, charges, invoices }: Omit<Props, 'children'>) {
  const texts = mandates[locale].history;
  const { currency } = mandate.terms;
  const approved = charges.filter((charge) => charge.status === 'APPROVED');
  const foreign = approved.some(({ amount }) => amount.currency !== currency);
  const own = approved.filter(({ amount, listed }) => amount.currency === currency && listed);
  const charged = sum(
    own.map(({ amount }) => amount),
    currency,
  );
  const paid = sum(
    invoices.map((invoice) => invoice.paid),
    currency,
  );
  const agrees = !foreign && equals(charged, paid);
  return (
    <p className="mt-4 max-w-prose text-base" data-agrees={agrees}>
      {texts.sum(formatMoney(charged, locale), formatMoney(paid, locale))}{' '}
      <strong>{agrees ? texts.agrees : texts.differs}</strong>
    </p>
  );
}
