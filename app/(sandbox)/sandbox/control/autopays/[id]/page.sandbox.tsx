import { MandateCalls } from '@/components/sandbox/control-room/mandate-calls';
import { MandateCharges, MandateFacts } from '@/components/sandbox/control-room/mandate-facts';
import { findMandateDossier } from '@/lib/sandbox/control-room/mandates';
import { autopayTexts } from '@/lib/sandbox/dictionaries/control-room-autopay';
import type { PageLanguage } from '@/lib/sandbox/dictionaries/page';
import { Room, type Query } from '../../room';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

/** One automatic payment: its terms, its charges, and every word with its merchant. */
export default async function AutopayPage({ params, searchParams }: Props) {
  const { id } = await params;
  const known = /^[0-9a-f-]{36}$/.test(id) ? id : '';
  return (
    <Room
      query={await searchParams}
      here={`/sandbox/control/autopays/${known}`}
      title={(language) => autopayTexts[language].one(known.slice(0, 8))}
    >
      {(language) => <One id={known} language={language} />}
    </Room>
  );
}

async function One({ id, language }: { id: string; language: PageLanguage }) {
  const dossier = await findMandateDossier(id);
  if (!dossier) return <p className="mt-4">{autopayTexts[language].none}</p>;
  const place = { here: `/sandbox/control/autopays/${id}`, language };
  return (
    <>
      <p className="text-soft mt-2 break-words">{dossier.mandate.reference}</p>
      <MandateFacts dossier={dossier} place={place} />
      <MandateCharges dossier={dossier} place={place} />
      <MandateCalls calls={dossier.calls} place={place} />
    </>
  );
}
