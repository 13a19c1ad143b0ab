import { TransactionList } from '@/components/sandbox/control-room/transaction-list';
import { readAsked } from '@/lib/sandbox/control-room/listing';
import { findTransactions } from '@/lib/sandbox/control-room/transactions';
import { listTexts } from '@/lib/sandbox/dictionaries/control-room-lists';
import { Room, type Query } from '../room';

type Props = { searchParams: Promise<Query> };

/** Attempts and what followed them, of every session. */
export default async function TransactionsPage({ searchParams }: Props) {
  const query = await searchParams;
  const asked = readAsked(query);
  return (
    <Room
      query={query}
      here="/sandbox/control/transactions"
      title={(language) => listTexts[language].transactions.heading}
    >
      {async (language) => (
        <TransactionList {...await findTransactions(asked)} {...asked} language={language} />
      )}
    </Room>
  );
}
