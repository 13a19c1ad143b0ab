import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SuspectCard } from '@/components/store/suspect-card';
import { SuspenseCard } from '@/components/store/suspense-card';
import { viewer } from '@/lib/auth';
import { findSuspects } from '@/lib/data/suspects';
import { findSuspense } from '@/lib/data/suspense';
import { account } from '@/lib/dictionaries/account';
import { orders } from '@/lib/dictionaries/orders';
import { problems } from '@/lib/dictionaries/problems';
import { isLocale, type Locale } from '@/lib/domain/locale';
import { isOperator, type Viewer } from '@/lib/domain/viewer';
import { AskForm } from '../orders/[orderId]/ask-form';

type Props = PageProps<'/[locale]/operator'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale) || !isOperator(await viewer())) return {};
  return { title: account[locale].operator.title, robots: { index: false } };
}

/** For operators; to everybody else this page does not exist. */
export default async function OperatorPage({ params }: Props) {
  const { locale } = await params;
  const seen = await viewer();
  if (!isLocale(locale) || !isOperator(seen)) notFound();
  const texts = account[locale].operator;
  return (
    <>
      <h1 className="mt-8 text-4xl leading-tight font-bold sm:text-5xl">{texts.title}</h1>
      <p className="mt-3 max-w-prose">{texts.intro}</p>
      <Suspects locale={locale} viewer={seen} />
      <SuspenseList locale={locale} viewer={seen} />
    </>
  );
}

async function Suspects({ locale, viewer: seen }: { locale: Locale; viewer: Viewer }) {
  const suspects = await findSuspects(seen);
  const texts = account[locale].operator;
  return (
    <section aria-labelledby="suspects" className="my-10">
      <h2 id="suspects" className="mb-4 text-2xl font-bold">
        {texts.suspects}
      </h2>
      {suspects.length === 0 && <p>{texts.noSuspects}</p>}
      <ul className="grid gap-4">
        {suspects.map(({ session, orderNumber, calls }) => (
          <SuspectCard
            key={session.id}
            locale={locale}
            session={session}
            orderNumber={orderNumber}
            calls={calls}
          >
            <AskForm
              locale={locale}
              orderId={session.orderId}
              texts={orders[locale].ask}
              problems={problems[locale]}
            />
          </SuspectCard>
        ))}
      </ul>
    </section>
  );
}

async function SuspenseList({ locale, viewer: seen }: { locale: Locale; viewer: Viewer }) {
  const rows = await findSuspense(seen);
  const texts = account[locale].operator;
  return (
    <section aria-labelledby="suspense" className="my-10">
      <h2 id="suspense" className="mb-4 text-2xl font-bold">
        {texts.suspense}
      </h2>
      {rows.length === 0 && <p>{texts.noSuspense}</p>}
      <ul className="grid gap-4">
        {rows.map((row) => (
          <SuspenseCard key={row.id} locale={locale} row={row} />
        ))}
      </ul>
    </section>
  );
}
