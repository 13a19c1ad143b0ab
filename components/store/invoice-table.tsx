import { Badge } from '@/components/ui/badge';
import { Cell, Row, Table } from '@/components/ui/table';
import { formatDay, formatMoney } from '@/lib/dictionaries/format';
import { mandates } from '@/lib/dictionaries/mandates';
import { openAmount, owed, type AccountInvoice, type Invoice } from '@/lib/domain/invoice';
import type { Locale } from '@/lib/domain/locale';
import { isZero, type Currency } from '@/lib/domain/money';

type Props = {
  locale: Locale;
  invoices: readonly (Invoice | AccountInvoice)[];
  currency: Currency;
};

/** What is owed, invoice by invoice, and in all. Those of a whole account name their agreement. */
export function InvoiceTable({ locale, invoices, currency }: Props) {
  const texts = mandates[locale].invoices;
  const { head } = texts;
  if (invoices.length === 0) return <p>{texts.none}</p>;
  const { amount, minimum } = owed(invoices, currency);
  const isOfAccount = invoices.some((invoice) => 'mandate' in invoice);
  const columns = [head.number, head.due, head.total, head.minimum, head.paid, head.open];
  return (
    <>
      <Table caption={texts.table} head={isOfAccount ? [...columns, head.mandate] : columns}>
        {invoices.map((invoice) => (
          <Row key={invoice.id}>
            <Cell label={head.number} className="text-base font-semibold whitespace-nowrap">
              {invoice.number}
            </Cell>
            <Cell label={head.due} className="min-w-32 text-base">
              {formatDay(invoice.dueOn, locale)}
            </Cell>
            {(['total', 'minimum', 'paid'] as const).map((column) => (
              <Cell key={column} label={head[column]} className="text-base whitespace-nowrap tabular-nums">
                {formatMoney(invoice[column], locale)}
              </Cell>
            ))}
            <Cell label={head.open} className="text-base whitespace-nowrap tabular-nums">
              {isZero(openAmount(invoice)) ? (
                <Badge tone="good">{texts.paid}</Badge>
              ) : (
                formatMoney(openAmount(invoice), locale)
              )}
            </Cell>
            {'mandate' in invoice && (
              <Cell label={head.mandate} className="text-base whitespace-nowrap">
                <a
                  href={`/${locale}/mandates/${invoice.mandate.id}`}
                  className="inline-block py-1 underline decoration-2 underline-offset-4"
                >
                  {invoice.mandate.reference}
                </a>
              </Cell>
            )}
          </Row>
        ))}
      </Table>
      <p className="mt-3 text-base font-semibold">
        {texts.sum(formatMoney(amount, locale), formatMoney(minimum, locale))}
      </p>
    </>
  );
}
