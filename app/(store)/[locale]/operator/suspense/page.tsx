import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeskNav } from '@/components/store/desk-nav';
import { SuspenseCard } from '@/components/store/suspense-card';
import { viewer } from '@/lib/auth';
import { findSuspense } from '@/lib/data/suspense';
import { account } from '@/lib/dictionaries/account';
import { desk } from '@/lib/dictionaries/desk';
import { problems } from '@/lib/dictionaries/problems';
import { isLocale } from '@/lib/domain/locale';
import { isOperator } from '@/lib/domain/viewer';
import { resolve } from '../actions';
import { ReasonForm } from '../reason-form';

type Props = PageProps<'/[locale]/operator/suspense'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale) || !isOperator(await viewer())) return {};
  return { title: desk[locale].suspense, robots: { index: false } };
}

/** Money and news that fit no order: nothing of it is thrown away, and each is explained by somebody. */
export default async function SuspensePage({ params }: Props) {
  const { locale } = await params;
  const seen = await viewer();
  if (!isLocale(locale) || !isOperator(seen)) notFound();
  const rows = await findSuspense(seen);
  const texts = desk[locale];
  return (
    <>
      <h1 className="mt-8 text-4xl leading-tight font-bold sm:text-5xl">{texts.suspense}</h1>
      <DeskNav locale={locale} at="suspense" />
      <p className="my-4 max-w-prose">{account[locale].operator.intro}</p>
      {rows.length === 0 && <p>{account[locale].operator.noSuspense}</p>}
      <ul className="my-6 grid grid-cols-1 gap-4">
        {rows.map((row) => (
          <SuspenseCard key={row.id} locale={locale} row={row}>
            {row.resolvedAt === null && (
              <details className="mt-3">
                <summary className="min-h-11 py-2 font-semibold">{texts.resolve.title}</summary>
                <ReasonForm
                  locale={locale}
                  decide={resolve}
                  name="resolve"
                  id={row.id}
                  asksPassword={false}
                  texts={texts.resolve}
                  problems={problems[locale]}
                />
              </details>
            )}
          </SuspenseCard>
        ))}
      </ul>
    </>
  );
}
