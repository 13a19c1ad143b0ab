import { RecurrenceList } from '@/components/sandbox/control-room/recurrence-list';
import { readAsked } from '@/lib/sandbox/control-room/listing';
import { findRecurrences } from '@/lib/sandbox/control-room/recurrences';
import { listTexts } from '@/lib/sandbox/dictionaries/control-room-lists';
import { Room, type Query } from '../room';

type Props = { searchParams: Promise<Query> };

/** What the gateway repeats, and the only place where that is cancelled. */
export default async function RecurrencesPage({ searchParams }: Props) {
  const query = await searchParams;
  const asked = readAsked(query);
  return (
    <Room
      query={query}
      here="/sandbox/control/recurrences"
      title={(language) => listTexts[language].recurrences.heading}
    >
      {async (language) => (
        <RecurrenceList {...await findRecurrences(asked)} {...asked} language={language} />
      )}
    </Room>
  );
}
