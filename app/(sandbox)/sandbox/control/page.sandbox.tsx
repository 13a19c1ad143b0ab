import { SessionList } from '@/components/sandbox/control-room/session-list';
import { readAsked } from '@/lib/sandbox/control-room/listing';
import { findSessions } from '@/lib/sandbox/control-room/sessions';
import { controlRoomTexts } from '@/lib/sandbox/dictionaries/control-room';
import { Room, type Query } from './room';

type Props = { searchParams: Promise<Query> };

/** The control room's first page: all sessions, newest first. */
export default async function SessionsPage({ searchParams }: Props) {
  const query = await searchParams;
  const asked = readAsked(query);
  return (
    <Room query={query} here="/sandbox/control" title={(language) => controlRoomTexts[language].nav.sessions}>
      {async (language) => <SessionList {...await findSessions(asked)} {...asked} language={language} />}
    </Room>
  );
}
