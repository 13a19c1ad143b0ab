import { TransactionList } from '@/components/sandbox/control-room/transaction-list';
import { readAsked } from '@/lib/sandbox/control-room/listing';
import { findTransactions } from '@/lib/sandbox/control-room/transactions';
import { listTexts } from '@/lib/sandbox/dictionaries/control-room-lists';
import type { PageLanguage } from '@/lib/sandbox/dictionaries/page';
import { Room, type Query } from '../room';

type Props = { searchParams: Promise<Query> };

/** Attempts and what followed them, of every session. */
export default async function TransactionsPage({ searchParams }: Props) {
  const query = await searchParams;
  return (
    <Room
      query={query}
      here="/sandbox/control/transactions"
      title={(language) => listTexts[language].transactions.heading}
    >
      {(language) => <Found query={query} language={language} />}
    </Room>
  );
}

async function Found({ query, language }: { query: Query; language: PageLanguage }) {
  const asked = readAsked(query);
  return <TransactionList {...await findTransactions(asked)} {...asked} language={language} />;
}
