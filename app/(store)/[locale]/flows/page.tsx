import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FlowShelfCard } from '@/components/store/flow-shelf-card';
import { flowPages } from '@/lib/dictionaries/flows';
import { isLocale, locales } from '@/lib/domain/locale';
import { flows } from '@/lib/flows';
import { autopay } from '@/lib/flows/autopay';

export const dynamic = 'force-static';
export const dynamicParams = false;

export function generateStaticParams() {
  return locales.map((locale) => ({ locale }));
}

type Props = PageProps<'/[locale]/flows'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale)
    ? { title: flowPages[locale].title, alternates: { languages: { es: '/es/flows', en: '/en/flows' } } }
    : {};
}

/** The registry, and the way that pays no order. */
const shelf = [...flows, autopay];

/** Every way to pay on one shelf, prerendered. */
export default async function FlowsPage({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const texts = flowPages[locale];
  return (
    <>
      <div className="border-ink mt-10 mb-8 grid items-end gap-x-8 gap-y-2 border-b-2 pb-5 sm:grid-cols-[1fr_auto]">
        <h1 className="text-5xl leading-none font-extrabold tracking-tight sm:text-6xl">{texts.title}</h1>
        <p className="text-base tabular-nums">{texts.count(shelf.length)}</p>
        <p className="max-w-[60ch] sm:col-span-2">{texts.intro}</p>
      </div>
      <ul className="grid gap-6 md:grid-cols-2">
        {shelf.map((flow) => (
          <FlowShelfCard key={flow.slug} locale={locale} flow={flow} />
        ))}
      </ul>
    </>
  );
}
