import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AuditList } from '@/components/store/audit-list';
import { DeskNav } from '@/components/store/desk-nav';
import { Notice } from '@/components/ui/notice';
import { viewer } from '@/lib/auth';
import { findAudit, verifyAudit } from '@/lib/data/audit';
import { desk } from '@/lib/dictionaries/desk';
import { isLocale } from '@/lib/domain/locale';
import { isOperator } from '@/lib/domain/viewer';

type Props = PageProps<'/[locale]/operator/audit'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale) || !isOperator(await viewer())) return {};
  return { title: desk[locale].auditTitle, robots: { index: false } };
}

/** What operators did, and whether anybody has tampered with it since. */
export default async function AuditPage({ params }: Props) {
  const { locale } = await params;
  const seen = await viewer();
  if (!isLocale(locale) || !isOperator(seen)) notFound();
  const [entries, chain] = await Promise.all([findAudit(seen), verifyAudit()]);
  const texts = desk[locale];
  return (
    <>
      <h1 className="mt-8 text-4xl leading-tight font-bold sm:text-5xl">{texts.auditTitle}</h1>
      <DeskNav locale={locale} at="audit" />
      <p className="my-4 max-w-prose">{texts.auditIntro}</p>
      <Notice tone={chain.brokenAt === null ? 'good' : 'bad'} className="mb-6 max-w-prose">
        {chain.brokenAt === null
          ? texts.chainHolds(chain.entries)
          : texts.chainBroken(chain.brokenAt.toString())}
      </Notice>
      {entries.length === 0 ? <p>{texts.auditNone}</p> : <AuditList locale={locale} entries={entries} />}
    </>
  );
}
