import { RecurrenceList } from '@/components/sandbox/control-room/recurrence-list';
import { readAsked } from '@/lib/sandbox/control-room/listing';
import { findRecurrences } from '@/lib/sandbox/control-room/recurrences';
import { listTexts } from '@/lib/sandbox/dictionaries/control-room-lists';
import type { PageLanguage } from '@/lib/sandbox/dictionaries/page';
import { Room, type Query } from '../room';

type Props = { searchParams: Promise<Query> };

/** What the gateway repeats, and the only place where that is cancelled. */
export default async function RecurrencesPage({ searchParams }: Props) {
  const query = await searchParams;
  return (
    <Room
      query={query}
      here="/sandbox/control/recurrences"
      title={(language) => listTexts[language].recurrences.heading}
    >
      {(language) => <Found query={query} language={language} />}
    </Room>
  );
}

async function Found({ query, language }: { query: Query; language: PageLanguage }) {
  const asked = readAsked(query);
  return <RecurrenceList {...await findRecurrences(asked)} {...asked} language={language} />;
}
