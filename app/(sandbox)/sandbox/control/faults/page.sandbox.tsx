import { FaultForm, FaultTable } from '@/components/sandbox/control-room/faults';
import { findFaults } from '@/lib/sandbox/control-room/sessions';
import { controlRoomTexts } from '@/lib/sandbox/dictionaries/control-room';
import type { PageLanguage } from '@/lib/sandbox/dictionaries/page';
import { Room, type Query } from '../room';

type Props = { searchParams: Promise<Query> };

const here = '/sandbox/control/faults';

/** Every rule of what goes wrong, and the form for another. */
export default async function FaultsPage({ searchParams }: Props) {
  return (
    <Room
      query={await searchParams}
      here={here}
      title={(language) => controlRoomTexts[language].faults.heading}
    >
      {(language) => <Faults language={language} />}
    </Room>
  );
}

async function Faults({ language }: { language: PageLanguage }) {
  const place = { here, language };
  return (
    <>
      <p className="text-soft mt-2">{controlRoomTexts[language].faults.why}</p>
      <FaultTable faults={await findFaults()} place={place} />
      <FaultForm place={place} />
    </>
  );
}
