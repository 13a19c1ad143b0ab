import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { MandateBanner } from '@/components/store/mandate-banner';
import { MandateCharges } from '@/components/store/mandate-charges';
import { MandateComing } from '@/components/store/mandate-coming';
import { MandateFacts } from '@/components/store/mandate-facts';
import { MandateTimeline } from '@/components/store/mandate-timeline';
import { mandateTones } from '@/components/store/mandate-words';
import { ActForm } from '@/components/store/act-form';
import { Badge } from '@/components/ui/badge';
import { buttonStyle } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { viewer } from '@/lib/auth';
import { findInvoices } from '@/lib/data/invoices';
import { findCharges } from '@/lib/data/mandate-charges';
import { findMandateEvents } from '@/lib/data/mandate-events';
import { findMandate } from '@/lib/data/mandates';
import { mandates } from '@/lib/dictionaries/mandates';
import { problems } from '@/lib/dictionaries/problems';
import { isLocale, type Locale } from '@/lib/domain/locale';
import { isPageOpen, type Mandate } from '@/lib/domain/mandate';
import { mandateStanding, payablePage } from '@/lib/domain/mandate-history';
import { compare } from '../actions';
import { MandateActs } from './mandate-acts';
import { MandateInvoices } from './mandate-invoices';
import { MandateMessages } from './mandate-messages';

type Props = PageProps<'/[locale]/mandates/[mandateId]'>;

/** Somebody else's agreement and none at all look the same from here. */
const readMandate = cache(async (id: string) => findMandate(id, await viewer()));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, mandateId } = await params;
  const mandate = await readMandate(mandateId);
  if (!isLocale(locale) || !mandate) return {};
  return { title: mandates[locale].heading(mandate.reference), robots: { index: false } };
}

export default async function MandatePage({ params, searchParams }: Props) {
  const { locale, mandateId } = await params;
  if (!isLocale(locale)) notFound();
  const mandate = (await readMandate(mandateId)) ?? notFound();
  const seen = await viewer();
  const [charges, invoices, events] = await Promise.all([
    findCharges(mandateId, seen),
    findInvoices(mandateId, seen),
    findMandateEvents(mandateId, seen),
  ]);
  const texts = mandates[locale];
  const { reference, status } = mandate;
  const now = new Date();
  const page = payablePage(mandate, now);
  const { from } = await searchParams;
  return (
    <>
      <a
        href={`/${locale}/mandates`}
        className="mt-6 inline-flex min-h-11 items-center underline decoration-2 underline-offset-4"
      >
        {texts.back}
      </a>
      <h1 className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2 text-3xl leading-tight font-bold sm:text-4xl">
        {texts.heading(reference)}
        <Badge tone={mandateTones[status]}>{texts.statuses[status]}</Badge>
      </h1>
      <div className="mt-4 empty:hidden">
        {from === 'page' && <Arrival locale={locale} mandate={mandate} />}
      </div>
      <MandateBanner locale={locale} standing={mandateStanding(mandate, charges, now)}>
        {page && (
          <a href={page} className={buttonStyle()}>
            {texts.continue}
          </a>
        )}
      </MandateBanner>
      <div className="gap-x-12 lg:grid lg:grid-cols-2">
        <div className="min-w-0">
          <MandateComing locale={locale} mandate={mandate} invoices={invoices} />
          <MandateActs locale={locale} mandate={mandate} />
        </div>
        <MandateFacts locale={locale} mandate={mandate} />
      </div>
      <MandateCharges locale={locale} mandate={mandate} charges={charges} invoices={invoices}>
        <ActForm
          act={compare}
          hidden={{ locale, mandateId }}
          button={texts.history.compare}
          doing={texts.history.comparing}
          tone="secondary"
          problems={problems[locale]}
          outcomes={texts.history.outcomes}
        />
      </MandateCharges>
      <MandateInvoices locale={locale} mandate={mandate} invoices={invoices} />
      <MandateTimeline locale={locale} events={events} />
      <MandateMessages locale={locale} mandate={mandate} />
    </>
  );
}

/** What became of the card that its owner has just been to the gateway for. */
function Arrival({ locale, mandate }: { locale: Locale; mandate: Mandate }) {
  const last = mandate.pages.at(-1);
  if (last?.action !== 'EDIT' || isPageOpen(last.status)) return null;
  const texts = mandates[locale].arrivals;
  return last.status === 'APPROVED' ? (
    <Notice tone="good">{texts.changed}</Notice>
  ) : (
    <Notice tone="info">{texts.unchanged}</Notice>
  );
}
