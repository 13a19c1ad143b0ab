import { BankPage } from '@/components/sandbox/bank-page';
import { methodTexts } from '@/lib/sandbox/dictionaries/methods';
import { pageLanguages } from '@/lib/sandbox/dictionaries/page';
import { Shell } from '@/components/sandbox/shell';
import { openBank } from '@/lib/sandbox/bank';
import { answer } from './actions';

type Props = {
  params: Promise<{ attempt: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The bank that PSE leads to: draws where the payment stands and changes nothing. */
export default async function Bank({ params, searchParams }: Props) {
  const { attempt } = await params;
  const { lang } = await searchParams;
  const visit = await openBank(attempt);
  const language = pageLanguages.find((known) => known === lang) ?? visit?.language ?? 'es';
  const texts = methodTexts[language].bank;
  return (
    <Shell language={language} title={visit ? texts.title(visit.bank) : texts.unknown} banner={texts.banner}>
      <main id="content" className="mx-auto max-w-lg px-5 py-10">
        <BankPage visit={visit} attempt={attempt} language={language} action={answer} />
      </main>
    </Shell>
  );
}
