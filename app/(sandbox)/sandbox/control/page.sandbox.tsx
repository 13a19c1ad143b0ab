import { SessionList } from '@/components/sandbox/control-room/session-list';
import { readAsked } from '@/lib/sandbox/control-room/listing';
import { findSessions } from '@/lib/sandbox/control-room/sessions';
import { controlRoomTexts } from '@/lib/sandbox/dictionaries/control-room';
import type { PageLanguage } from '@/lib/sandbox/dictionaries/page';
import { Room, type Query } from './room';

type Props = { searchParams: Promise<Query> };

/** The control room's first page: all sessions, newest first. */
export default async function SessionsPage({ searchParams }: Props) {
  const query = await searchParams;
  return (
    <Room query={query} here="/sandbox/control" title={(language) => controlRoomTexts[language].nav.sessions}>
      {(language) => <Sessions query={query} language={language} />}
    </Room>
  );
}

async function Sessions({ query, language }: { query: Query; language: PageLanguage }) {
  const asked = readAsked(query);
  return <SessionList {...await findSessions(asked)} {...asked} language={language} />;
}
