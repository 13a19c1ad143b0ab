import { Deliveries } from '@/components/sandbox/control-room/deliveries';
import { FaultForm, FaultTable } from '@/components/sandbox/control-room/faults';
import { SessionFacts } from '@/components/sandbox/control-room/session-facts';
import { Transactions } from '@/components/sandbox/control-room/transactions';
import { findDossier } from '@/lib/sandbox/control-room/sessions';
import { controlRoomTexts } from '@/lib/sandbox/dictionaries/control-room';
import type { PageLanguage } from '@/lib/sandbox/dictionaries/page';
import { Room, type Query } from '../../room';

type Props = { params: Promise<{ requestId: string }>; searchParams: Promise<Query> };

/** One session: what was asked, what was paid, what was told, and what goes wrong next. */
export default async function SessionPage({ params, searchParams }: Props) {
  const { requestId } = await params;
  const id = /^\d{1,10}$/.test(requestId) ? requestId : '0';
  return (
    <Room
      query={await searchParams}
      here={`/sandbox/control/sessions/${id}`}
      title={(language) => controlRoomTexts[language].session.heading(Number(id))}
    >
      {(language) => <Session id={id} language={language} />}
    </Room>
  );
}

async function Session({ id, language }: { id: string; language: PageLanguage }) {
  const dossier = await findDossier(id);
  const texts = controlRoomTexts[language];
  if (!dossier) return <p className="mt-4">{texts.sessions.none}</p>;
  const place = { here: `/sandbox/control/sessions/${id}`, language };
  return (
    <>
      <SessionFacts dossier={dossier} place={place} />
      <Transactions dossier={dossier} place={place} />
      <Deliveries dossier={dossier} place={place} />
      <section className="mt-10">
        <h2 className="text-xl font-semibold">{texts.faults.heading}</h2>
        <FaultTable faults={dossier.faults} place={place} />
        <FaultForm place={place} requestId={dossier.session.requestId} />
      </section>
    </>
  );
}
