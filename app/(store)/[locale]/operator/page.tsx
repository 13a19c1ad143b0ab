import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeskNav } from '@/components/store/desk-nav';
import { DeskOrders } from '@/components/store/desk-orders';
import { viewer } from '@/lib/auth';
import { findDeskOrders, searchDeskOrders } from '@/lib/data/desk';
import { account } from '@/lib/dictionaries/account';
import { desk } from '@/lib/dictionaries/desk';
import { isLocale, type Locale } from '@/lib/domain/locale';
import { isOperator, type Viewer } from '@/lib/domain/viewer';
import { Attention } from './attention';
import { deskAddress, readDeskQuery, type DeskQuery } from './read-desk-query';
import { SearchForm } from './search-form';
import { StatusLinks } from './status-links';

type Props = PageProps<'/[locale]/operator'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale) || !isOperator(await viewer())) return {};
  return { title: account[locale].operator.title, robots: { index: false } };
}

/** For operators; to everybody else this page does not exist. What waits for a person comes before everything else. */
export default async function OperatorPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const seen = await viewer();
  if (!isLocale(locale) || !isOperator(seen)) notFound();
  const query = readDeskQuery(await searchParams);
  const isFirst = query.text === '' && !query.status && !query.after;
  return (
    <>
      <h1 className="mt-8 text-4xl leading-tight font-bold sm:text-5xl">{account[locale].operator.title}</h1>
      <DeskNav locale={locale} at="orders" />
      <SearchForm locale={locale} text={query.text} />
      {query.text !== '' ? (
        <Found locale={locale} viewer={seen} text={query.text} />
      ) : (
        <>
          {isFirst && <Attention locale={locale} viewer={seen} />}
          <Listed locale={locale} viewer={seen} query={query} />
        </>
      )}
    </>
  );
}

async function Found({ locale, viewer: seen, text }: { locale: Locale; viewer: Viewer; text: string }) {
  const found = await searchDeskOrders(seen, text);
  const texts = desk[locale];
  return (
    <section aria-labelledby="found" className="my-8">
      <h2 id="found" className="mb-3 text-2xl font-bold break-words">
        {texts.found(text, found.length)}
      </h2>
      {found.length === 0 ? (
        <p>{texts.foundNone}</p>
      ) : (
        <DeskOrders locale={locale} caption={texts.orders} orders={found} />
      )}
      <a href={`/${locale}/operator`} className={linkStyle}>
        {texts.clearSearch}
      </a>
    </section>
  );
}

async function Listed({ locale, viewer: seen, query }: { locale: Locale; viewer: Viewer; query: DeskQuery }) {
  const { status, after } = query;
  const { orders, next } = await findDeskOrders(seen, { ...(status && { status }), ...(after && { after }) });
  const texts = desk[locale];
  const path = `/${locale}/operator`;
  return (
    <section aria-labelledby="listed" className="my-8">
      <h2 id="listed" className="text-2xl font-bold">
        {texts.byStatus}
      </h2>
      <StatusLinks locale={locale} path={path} status={status} />
      {orders.length === 0 ? (
        <p>{texts.none}</p>
      ) : (
        <DeskOrders locale={locale} caption={texts.orders} orders={orders} />
      )}
      <p className="mt-4 flex flex-wrap gap-x-6">
        {after && (
          <a href={deskAddress(path, { status, after: undefined })} className={linkStyle}>
            {texts.first}
          </a>
        )}
        {next && (
          <a rel="next" href={deskAddress(path, { status, after: next })} className={linkStyle}>
            {texts.next} →
          </a>
        )}
      </p>
    </section>
  );
}

const linkStyle =
  'inline-flex min-h-11 items-center font-semibold underline decoration-2 underline-offset-4 hover:text-clay';
