import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { InvoiceTable } from '@/components/store/invoice-table';
import { MandateItem } from '@/components/store/mandate-item';
import { buttonStyle } from '@/components/ui/button';
import { viewer } from '@/lib/auth';
import { findAccountInvoices } from '@/lib/data/invoices';
import { findMandates } from '@/lib/data/mandates';
import { mandates } from '@/lib/dictionaries/mandates';
import { isLocale, type Locale } from '@/lib/domain/locale';
import { mandateCurrency } from '@/lib/domain/mandate-answers';
import type { Viewer } from '@/lib/domain/viewer';

type Props = PageProps<'/[locale]/mandates'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: mandates[locale].title, robots: { index: false } } : {};
}

export default async function MandatesPage({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const seen = await viewer();
  const texts = mandates[locale];
  return (
    <>
      <h1 className="mt-8 text-4xl leading-tight font-bold sm:text-5xl">{texts.title}</h1>
      {seen.kind === 'guest' ? (
        <div>
          <p className="mt-3 mb-6">{texts.signIn}</p>
          <a href={`/${locale}/sign-in?to=mandates`} className={buttonStyle()}>
            {texts.signInLink}
          </a>
        </div>
      ) : (
        <>
          <p className="mt-3 mb-6 max-w-prose">{texts.intro}</p>
          <Agreements locale={locale} seen={seen} />
          <Invoices locale={locale} seen={seen} />
        </>
      )}
    </>
  );
}

async function Agreements({ locale, seen }: { locale: Locale; seen: Viewer }) {
  const texts = mandates[locale];
  const all = await findMandates(seen);
  const way = (
    <a href={`/${locale}/flows/autopay`} className={buttonStyle()}>
      {texts.create}
    </a>
  );
  if (all.length === 0)
    return (
      <div className="my-8">
        <p className="text-2xl font-bold">{texts.none}</p>
        <p className="mt-1 mb-5">{texts.noneNext}</p>
        {way}
      </div>
    );
  return (
    <section aria-labelledby="agreements" className="my-8">
      <h2 id="agreements" className="text-2xl font-bold">
        {texts.count(all.length)}
      </h2>
      <ul className="my-4 grid grid-cols-1 gap-4">
        {all.map((mandate) => (
          <MandateItem key={mandate.id} locale={locale} mandate={mandate} />
        ))}
      </ul>
      {way}
    </section>
  );
}

async function Invoices({ locale, seen }: { locale: Locale; seen: Viewer }) {
  const texts = mandates[locale].invoices;
  const invoices = await findAccountInvoices(seen);
  if (invoices.length === 0) return null;
  return (
    <section aria-labelledby="invoices" className="my-10">
      <h2 id="invoices" className="text-2xl font-bold">
        {texts.account}
      </h2>
      <p className="mt-1 mb-3 max-w-prose">{texts.accountText}</p>
      <InvoiceTable locale={locale} invoices={invoices} currency={mandateCurrency} />
    </section>
  );
}
