import { SessionList } from '@/components/sandbox/control-room/session-list';
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
  const search = typeof query.search === 'string' ? query.search.slice(0, 100) : '';
  const page = typeof query.page === 'string' && /^[1-9]\d{0,5}$/.test(query.page) ? Number(query.page) : 1;
  return <SessionList {...await findSessions({ search, page })} {...{ search, page, language }} />;
}
