import { ActForm } from '@/components/store/act-form';
import { InvoiceTable } from '@/components/store/invoice-table';
import { formatMoney } from '@/lib/dictionaries/format';
import { mandates } from '@/lib/dictionaries/mandates';
import { problems } from '@/lib/dictionaries/problems';
import { sampleInvoice, type Invoice } from '@/lib/domain/invoice';
import type { Locale } from '@/lib/domain/locale';
import { isOver, type Mandate } from '@/lib/domain/mandate';
import { addInvoice } from '../actions';

type Props = { locale: Locale; mandate: Mandate; invoices: readonly Invoice[] };

/** The invoices of an agreement: what a balance comes from, or what each fixed charge has paid. */
export function MandateInvoices({ locale, mandate, invoices }: Props) {
  const texts = mandates[locale].invoices;
  const { chargeType, currency } = mandate.terms;
  const isBalance = chargeType !== 'FIXED';
  const { total, minimum } = sampleInvoice;
  return (
    <section aria-labelledby="invoices" className="my-10">
      <h2 id="invoices" className="text-2xl font-bold">
        {texts.title}
      </h2>
      <p className="mt-1 mb-3 max-w-prose">{isBalance ? texts.of : texts.ofFixed}</p>
      <InvoiceTable locale={locale} invoices={invoices} currency={currency} />
      {isBalance && !isOver(mandate.status) && (
        <div className="mt-4 grid gap-1">
          <ActForm
            act={addInvoice}
            hidden={{ locale, mandateId: mandate.id }}
            button={texts.add}
            doing={texts.adding}
            tone="secondary"
            problems={problems[locale]}
          />
          <p className="text-base">
            {texts.addHint(formatMoney(total, locale), formatMoney(minimum, locale))}
          </p>
        </div>
      )}
    </section>
  );
}
