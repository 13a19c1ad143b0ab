import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FlowArticle } from '@/components/store/flow-article';
import { LitStates } from '@/components/store/lit-states';
import { viewer } from '@/lib/auth';
import { findMandates } from '@/lib/data/mandates';
import { mandates } from '@/lib/dictionaries/mandates';
import { isLocale, type Locale } from '@/lib/domain/locale';
import type { Mandate } from '@/lib/domain/mandate';
import { autopay } from '@/lib/flows/autopay';
import { MandateMessages } from '../../mandates/[mandateId]/mandate-messages';
import { AgreeSection } from './agree-section';

type Props = PageProps<'/[locale]/flows/autopay'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: autopay.texts[locale].title } : {};
}

/** AutoPay: its case, its rules, its states, agreeing to one, and what was said when this visitor did. */
export default async function AutopayPage({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const [last] = await findMandates(await viewer());
  return (
    <>
      <FlowArticle locale={locale} flow={autopay.texts[locale]}>
        <States locale={locale} last={last} />
      </FlowArticle>
      <AgreeSection locale={locale} />
      {last && <MandateMessages locale={locale} mandate={last} />}
    </>
  );
}

/** The states, and where this visitor's last agreement stands. */
function States({ locale, last }: { locale: Locale; last: Mandate | undefined }) {
  const texts = mandates[locale].flow;
  const states = autopay.states.map(({ name, label, next, at }) => ({
    ...{ name, next, label: label[locale] },
    lit: last?.status === at,
  }));
  return (
    <LitStates locale={locale} states={states}>
      {last && (
        <>
          {texts.yours(last.reference)}{' '}
          <a
            href={`/${locale}/mandates/${last.id}`}
            className="inline-block py-1 font-semibold underline decoration-2 underline-offset-4"
          >
            {texts.open(last.reference)}
          </a>
        </>
      )}
    </LitStates>
  );
}
